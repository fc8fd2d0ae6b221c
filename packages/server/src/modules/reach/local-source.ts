/** A certificate of this installation's own authority, made anew when the machine is reached otherwise or time runs out. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Clock } from '../../platform/clock/index.ts';
import type { Credentials } from '../../platform/http/tls-listener.ts';
import { type KeyFiles, keyFiles } from '../identity/index.ts';
import { openAuthority, type ServerNames } from './authority.ts';
import { localAddresses, localName, type Machine } from './machine.ts';
import type { CertificateSource } from './source.ts';

export interface LocalSourceOptions {
  /** `data/keys`. */
  readonly dir: string;
  readonly clock: Clock;
  readonly machine: () => Machine;
  /** The one address of the machine that is listened at; all if not given. */
  readonly only?: string | undefined;
}

const RENEW_BEFORE_MS = 30 * 24 * 60 * 60 * 1000;

/** @throws KeyError where the files of the authority cannot be used */
export function openLocalSource({ dir, clock, machine, only }: LocalSourceOptions): CertificateSource {
  const authority = openAuthority(keyFiles(dir, 'authority'), machine(), clock.now());
  const files = keyFiles(dir, 'tls');
  const hosts = (): readonly string[] => {
    const now = machine();
    if (only !== undefined) return [only];
    const name = localName(now);
    return [...localAddresses(now), ...(name === undefined ? [] : [name])];
  };

  const isGood = (credentials: Credentials): boolean => {
    const certificate = new X509Certificate(credentials.cert);
    const until = new Date(certificate.validTo).getTime();
    return (
      until - clock.now().getTime() > RENEW_BEFORE_MS &&
      // Made before the clock was set right, it would not be valid yet.
      new Date(certificate.validFrom) <= clock.now() &&
      certificate.verify(authority.certificate.publicKey) &&
      [...LOOPBACK, ...hosts()].every((host) => covers(certificate, host))
    );
  };

  function make(): Credentials {
    const credentials = authority.issue(namesOf([...LOOPBACK, ...hosts()]), clock.now());
    const older = files.numbers();
    files.make((older.at(-1) ?? 0) + 1, `${credentials.cert}${credentials.key}`.trim());
    for (const no of older) files.remove(no);
    return credentials;
  }

  const kept = newest(files);
  let credentials = kept !== undefined && isGood(kept) ? kept : make();
  return {
    get credentials() {
      return credentials;
    },
    refresh() {
      if (isGood(credentials)) return false;
      credentials = make();
      return true;
    },
    hosts,
    authority: authority.certificate,
  };
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Whether a certificate is of this name or address. */
export function covers(certificate: X509Certificate, host: string): boolean {
  const of = isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
  return of !== undefined;
}

function namesOf(hosts: readonly string[]): ServerNames {
  return { dns: hosts.filter((host) => isIP(host) === 0), ip: hosts.filter((host) => isIP(host) !== 0) };
}

/** What was made before; a file that is damaged counts as none, since another is soon made and trusted as much. */
function newest(files: KeyFiles): Credentials | undefined {
  const text = files.read(files.numbers().at(-1) ?? 0);
  if (text === undefined) return undefined;
  try {
    const [certificate, key] = [new X509Certificate(text), createPrivateKey(text)];
    if (!certificate.checkPrivateKey(key)) return undefined;
    return { cert: certificate.toString(), key: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
  } catch {
    return undefined;
  }
}
