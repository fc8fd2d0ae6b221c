/** Where a picture is shown: another picture has another address, so that whoever has one keeps it. */
export const PICTURES_PATH = '/pictures';

export function picturePath(digest: Buffer): string {
  return `${PICTURES_PATH}/${digest.toString('hex')}`;
}
