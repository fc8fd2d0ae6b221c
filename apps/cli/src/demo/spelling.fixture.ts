/** For tests: both spellings of a code as one text, application identifiers and values without check digits. */

const AI_OF: Readonly<Record<string, string>> = { sgln: '414', pgln: '417', grai: '8003', giai: '8004', gdti: '253' };

export function key(code: string): string {
  if (code.startsWith('cn-')) return code;
  const [, scheme = '', body = ''] = /^urn:epc:(?:id|class):(\w+):(.+)$/.exec(code) ?? [];
  return scheme === '' ? linkKey(code) : urnKey(scheme, body);
}

function urnKey(scheme: string, body: string): string {
  const [prefix = '', reference = '', ...rest] = body.split('.');
  const indicatorFirst = `${reference.charAt(0)}${prefix}${reference.slice(1)}`;
  if (scheme === 'sgtin') return `01/${indicatorFirst}/21/${rest.join('.')}`;
  if (scheme === 'lgtin') return `01/${indicatorFirst}/10/${rest.join('.')}`;
  if (scheme === 'sscc') return `00/${indicatorFirst}`;
  if (scheme === 'sgln' || scheme === 'pgln') return `${AI_OF[scheme]}/${prefix}${reference}`;
  return `${AI_OF[scheme]}/${prefix}${reference}${rest.join('.')}`;
}

function linkKey(code: string): string {
  const [, ai = '', value = '', tail = ''] = /^https:\/\/[^/]+\/(\d+)\/([^/]+)(.*)$/.exec(code) ?? [];
  if (ai === '8003') return `${ai}/${value.slice(1, 13)}${value.slice(14)}`;
  if (ai === '253') return `${ai}/${value.slice(0, 12)}${value.slice(13)}`;
  return ai === '8004' ? `${ai}/${value}` : `${ai}/${value.slice(0, -1)}${tail}`;
}
