/** X.509 certificates (RFC 5280) for EC P-256 keys, signed with SHA-256. */
import { createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extension,
  Extensions,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** One extension: an object that the library writes, under its object identifier. */
export interface ExtensionOf {
  readonly id: string;
  readonly value: object;
  /** Whoever does not know it refuses the certificate. */
  readonly isCritical?: boolean;
}

export interface ToSign {
  /** Common names. */
  readonly subject: string;
  readonly issuer: string;
  /** Whose the certificate is; a private key stands for its public one. */
  readonly subjectKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly ExtensionOf[];
}

const COMMON_NAME = '2.5.4.3';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
/** CA/Browser Forum: at least 64 bits of a random source; RFC 5280 §4.1.2.2: positive, at most 20 octets. */
const SERIAL_BYTES = 16;

/** A signed certificate, DER. */
export function signCertificate(given: ToSign): Buffer {
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: arrayBuffer(newSerial()),
    signature: algorithm,
    issuer: nameOf(given.issuer),
    validity: new Validity({ notBefore: given.notBefore, notAfter: given.notAfter }),
    subject: nameOf(given.subject),
    subjectPublicKeyInfo: AsnConvert.parse(spkiOf(given.subjectKey), SubjectPublicKeyInfo),
    extensions: new Extensions(given.extensions.map(extensionOf)),
  });
  const signatureValue = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), given.issuerKey);
  return Buffer.from(
    AsnConvert.serialize(
      new Certificate({
        tbsCertificate,
        signatureAlgorithm: algorithm,
        signatureValue: arrayBuffer(signatureValue),
      }),
    ),
  );
}

/** SubjectPublicKeyInfo, DER. */
export function spkiOf(key: KeyObject): Buffer {
  return (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
}

/** The textual form of RFC 7468. */
export function certificatePem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function extensionOf({ id, value, isCritical = false }: ExtensionOf): Extension {
  const extnValue = new OctetString(AsnConvert.serialize(value));
  return new Extension({ extnID: id, critical: isCritical, extnValue });
}

function nameOf(commonName: string): Name {
  const value = new AttributeValue({ utf8String: commonName });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: COMMON_NAME, value })])]);
}

function newSerial(): Buffer {
  const serial = randomBytes(SERIAL_BYTES);
  // Positive, and without a leading zero that DER would drop.
  serial.writeUInt8((serial.readUInt8(0) & 0x3f) | 0x40, 0);
  return serial;
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
