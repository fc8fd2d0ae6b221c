/** Why a backup is not made or not restored. `damaged` is also what is cut short. */
export type RefusalKind =
  | 'empty'
  | 'format'
  | 'passphrase'
  | 'damaged'
  | 'newer'
  | 'not-empty'
  | 'in-use'
  | 'differs'
  | 'exists';

/** Said to whoever asked, in both languages; nothing was changed. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
