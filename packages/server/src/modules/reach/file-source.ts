/** A certificate that whoever runs the server brings, in files: read anew when they change, as after a renewal. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Credentials } from '../../platform/http/tls-listener.ts';
import { KeyError } from '../identity/index.ts';
import type { CertificateSource } from './source.ts';

export interface CertificateFiles {
  /** PEM: the certificate of this server first, then those above it. */
  readonly cert: string;
  /** PEM, without a passphrase. */
  readonly key: string;
}

/** @throws KeyError where they cannot be read or do not belong together */
export function openFileSource(files: CertificateFiles): CertificateSource {
  let credentials = read(files);
  return {
    get credentials() {
      return credentials;
    },
    refresh() {
      const now = read(files);
      if (now.cert === credentials.cert && now.key === credentials.key) return false;
      credentials = now;
      return true;
    },
    // A wildcard is no name that can be opened.
    hosts: () =>
      (new X509Certificate(credentials.cert).subjectAltName ?? '')
        .split(', ')
        .flatMap((name) => /^(?:DNS|IP Address):([^*]+)$/.exec(name)?.[1] ?? []),
  };
}

function read({ cert, key }: CertificateFiles): Credentials {
  try {
    const credentials = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
    const certificate = new X509Certificate(credentials.cert);
    if (certificate.checkPrivateKey(createPrivateKey(credentials.key))) return credentials;
    throw new TypeError('the key is of another certificate');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new KeyError(
      `SUYUAN_TLS_CERT、SUYUAN_TLS_KEY：证书或私钥无法使用 · the certificate or its key cannot be used: ${why}`,
      { cause },
    );
  }
}
