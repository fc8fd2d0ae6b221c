/** How phones of the local network reach this server. */
import { X509Certificate } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { covers } from './local-source.ts';
import type { CertificateSource } from './source.ts';

export interface Reach {
  /** Origins, `https://192.168.1.5:8443`, the best first; none where the machine is in no network. */
  addresses(): readonly string[];
  /** The origin that a Host header of a request over TLS names, where the certificate is of it; else undefined. */
  originOf(host: string): string | undefined;
  /** What people have their phones trust; undefined where phones know who signed the certificate. */
  readonly authority?: X509Certificate | undefined;
}

/** `port` is asked when it is known, which is once the server listens. */
export function createReach(source: CertificateSource, port: () => number): Reach {
  const originAt = (host: string): string => new URL(`https://${isIPv6(host) ? `[${host}]` : host}:${port()}`).origin;
  return {
    addresses: () => source.hosts().map(originAt),
    originOf(host) {
      const url = URL.parse(`https://${host}`);
      // Whoever can send any name of a stranger would have others open links to it.
      if (url === null || (url.port || '443') !== String(port())) return undefined;
      const name = url.hostname.replace(/^\[|\]$/g, '');
      return covers(new X509Certificate(source.credentials.cert), name) ? url.origin : undefined;
    },
    authority: source.authority,
  };
}
