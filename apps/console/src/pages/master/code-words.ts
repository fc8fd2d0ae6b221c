/** A canonical code as a person would write it: its scheme in words, and the number. Pure. */

const LINK = 'https://id.gs1.org/';
/** What the parts of a GS1 code are called, by application identifier (GS1 General Specifications §3.2). */
const PARTS: Readonly<Record<string, string>> = {
  '00': 'SSCC',
  '01': 'GTIN',
  '10': 'LOT',
  '21': 'SN',
  '253': 'GDTI',
  '254': 'EXT',
  '401': 'GINC',
  '402': 'GSIN',
  '414': 'GLN',
  '417': 'GLN',
  '8003': 'GRAI',
  '8004': 'GIAI',
  '8006': 'ITIP',
  '8010': 'CPID',
  '8018': 'GSRN',
};

/** Of a code of no scheme that is known, the code. */
export function codeWords(code: string, nameOf: (scheme: string) => string): string {
  if (code.startsWith(LINK)) return gs1Words(code.slice(LINK.length)) ?? code;
  const [, scheme = '', value = ''] = /^([a-z0-9-]+):(.+)$/.exec(code) ?? [];
  const name = nameOf(scheme);
  if (name === scheme) return code;
  // Who gave it is a long number that nobody reads; what it calls the thing is what is on the crate.
  return `${name} ${scheme.startsWith('own-') ? value.slice(value.indexOf('.') + 1).replace('.', ' · ') : value}`;
}

function gs1Words(path: string): string | undefined {
  const steps = path.split('/');
  const words: string[] = [];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const [ai = '', value = ''] = [steps[at], steps[at + 1]];
    const name = PARTS[ai];
    if (name === undefined) return undefined;
    // A GTIN of 13 digits is printed without the zero that fills it up.
    words.push(`${name} ${ai === '01' ? value.replace(/^0(?=\d{13}$)/, '') : decoded(value)}`);
  }
  return steps.length % 2 === 0 ? words.join(' · ') : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
