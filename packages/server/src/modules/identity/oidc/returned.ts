import type { OidcPerson } from './oidc-client.ts';
import type { Flow } from './store-flows.ts';
import type { Provider } from './store-providers.ts';

/** Whom a provider has signed in, on which way. */
export interface Returned {
  readonly provider: Provider;
  readonly flow: Flow;
  readonly who: OidcPerson;
}
