/**
 * The authority of this installation, which people have their phones trust once: it signs the certificates of this server
 * alone. Its key and its own certificate lie in one file, `data/keys/authority-1.key`, so that neither comes without the
 * other; a backup takes them along, and phones go on trusting the machine that it is restored on.
 */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  NameConstraints,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { KeyError, type KeyFiles, keyFiles } from '../identity/index.ts';
import { certificatePem, type ExtensionOf, signCertificate, spkiOf } from './certificate.ts';
import { LOOPBACK_NETWORK, localName, type Machine, PRIVATE_NETWORKS, thisMachine } from './machine.ts';

export interface Authority {
  readonly certificate: X509Certificate;
  /** A certificate of a server that is reached by these, and its key, both PEM. */
  issue(names: ServerNames, now: Date): { readonly cert: string; readonly key: string };
}

export interface ServerNames {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A phone is asked to trust it once; a machine seldom lives longer. */
const AUTHORITY_DAYS = 3650;
/** CA/Browser Forum's 398 days less one; phones of Apple refuse more than 825 of any authority. */
const SERVER_DAYS = 397;
/** For people alone. What could be a name of DNS would be judged as one, an address too (OpenSSL, where no other is there). */
const SERVER_SUBJECT = '溯源 Suyuan';
/** Clocks of phones that are behind. */
const BACKDATED_DAYS = 1;

/** The authority of these files, made where there is none. Damaged files are left as they are. @throws KeyError */
export function openAuthority(files: KeyFiles, machine: Machine, now: Date): Authority {
  if (files.numbers().length === 0) files.make(1, newAuthority(machine, now));
  const no = files.numbers().at(-1) ?? 1;
  const { certificate, key } = readAuthority(files.read(no) ?? '', no);
  return { certificate, issue: (names, at) => issue(names, { certificate, key, now: at }) };
}

/** Another authority, which counts from the next start; certificates of the one before are made anew then. @throws KeyError */
export function renewAuthority(dir: string, now: Date): X509Certificate {
  const files = keyFiles(dir, 'authority');
  const no = (files.numbers().at(-1) ?? 0) + 1;
  files.make(no, newAuthority(thisMachine(), now));
  return readAuthority(files.read(no) ?? '', no).certificate;
}

function readAuthority(text: string, no: number): { certificate: X509Certificate; key: KeyObject } {
  try {
    const [certificate, key] = [new X509Certificate(text), createPrivateKey(text)];
    if (certificate.ca && certificate.checkPrivateKey(key)) return { certificate, key };
    throw new TypeError('the key is of another certificate');
  } catch (cause) {
    throw new KeyError(
      `本机证书机构的文件 authority-${no}.key 已损坏，请从备份中取回；若删除它，会新建一个，各手机须重新信任 · ` +
        `the file authority-${no}.key of this installation's authority is damaged: bring it back from a backup; where it ` +
        'is removed a new one is made, and each phone has to trust that',
      { cause },
    );
  }
}

function newAuthority(machine: Machine, now: Date): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = `溯源 Suyuan (${localName(machine)?.replace(/\.local$/, '') ?? 'local'})`;
  const der = signCertificate({
    subject: name,
    issuer: name,
    subjectKey: privateKey,
    issuerKey: privateKey,
    notBefore: days(now, -BACKDATED_DAYS),
    notAfter: days(now, AUTHORITY_DAYS),
    extensions: [
      { id: id_ce_basicConstraints, value: new BasicConstraints({ cA: true, pathLenConstraint: 0 }), isCritical: true },
      usage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign),
      { id: id_ce_nameConstraints, value: onlyLocal(), isCritical: true },
      { id: id_ce_subjectKeyIdentifier, value: new SubjectKeyIdentifier(keyId(privateKey)) },
    ],
  });
  return `${certificatePem(der)}${pkcs8(privateKey)}`.trim();
}

function issue(
  names: ServerNames,
  by: { readonly certificate: X509Certificate; readonly key: KeyObject; readonly now: Date },
): { cert: string; key: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const lastOfAuthority = new Date(by.certificate.validTo);
  const last = days(by.now, SERVER_DAYS - BACKDATED_DAYS);
  const alternatives = [
    ...names.dns.map((dNSName) => new GeneralName({ dNSName })),
    ...names.ip.map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  const der = signCertificate({
    subject: SERVER_SUBJECT,
    issuer: commonName(by.certificate),
    subjectKey: privateKey,
    issuerKey: by.key,
    notBefore: days(by.now, -BACKDATED_DAYS),
    notAfter: last < lastOfAuthority ? last : lastOfAuthority,
    extensions: [
      { id: id_ce_basicConstraints, value: new BasicConstraints({ cA: false }), isCritical: true },
      usage(KeyUsageFlags.digitalSignature),
      { id: id_ce_extKeyUsage, value: new ExtendedKeyUsage([id_kp_serverAuth]) },
      { id: id_ce_subjectAltName, value: new SubjectAlternativeName(alternatives) },
      {
        id: id_ce_authorityKeyIdentifier,
        value: new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(keyId(by.key)) }),
      },
      { id: id_ce_subjectKeyIdentifier, value: new SubjectKeyIdentifier(keyId(privateKey)) },
    ],
  });
  return { cert: certificatePem(der), key: pkcs8(privateKey) };
}

/** Names and addresses of machines that are near, and none of the internet (RFC 5280 §4.2.1.10). */
function onlyLocal(): NameConstraints {
  const permitted = [
    ...['localhost', 'local'].map((dNSName) => new GeneralName({ dNSName })),
    ...[LOOPBACK_NETWORK, '::1/128', ...PRIVATE_NETWORKS].map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  const permittedSubtrees = new GeneralSubtrees(permitted.map((base) => new GeneralSubtree({ base })));
  return new NameConstraints({ permittedSubtrees });
}

function usage(flags: number): ExtensionOf {
  return { id: id_ce_keyUsage, value: new KeyUsage(flags), isCritical: true };
}

/** RFC 7093 §2, method 1: the leftmost 160 bits of the SHA-256 of the key. */
function keyId(key: KeyObject): ArrayBuffer {
  const digest = new Uint8Array(createHash('sha256').update(spkiOf(key)).digest()).slice(0, 20);
  return digest.buffer;
}

function commonName({ subject }: X509Certificate): string {
  return subject.replace(/^CN=/, '');
}

function pkcs8(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function days(from: Date, count: number): Date {
  // Seconds are what a certificate holds.
  return new Date(Math.floor((from.getTime() + count * DAY_MS) / 1000) * 1000);
}
