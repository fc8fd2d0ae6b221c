import type { X509Certificate } from 'node:crypto';
import type { Credentials } from '../../platform/http/tls-listener.ts';

/** Where the certificate comes from that this server shows to phones. */
export interface CertificateSource {
  readonly credentials: Credentials;
  /** Looks whether another is due; true where `credentials` are others from now on. */
  refresh(): boolean;
  /** Names and addresses that phones may use, the best first. */
  hosts(): readonly string[];
  /** What people have their phones trust; undefined where phones know who signed it. */
  readonly authority?: X509Certificate;
}
