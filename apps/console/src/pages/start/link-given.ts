import type { LinkBody } from '@suyuan/api';

/** A link that is still good, and the token that opens it. */
export interface LinkGiven {
  readonly token: string;
  readonly link: LinkBody;
}
