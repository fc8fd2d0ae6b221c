/**
 * Members that the standard does not define, and the instance/lot master data, which consists of such: what a pack of a
 * trade names and a trace only carries.
 */
import { type Context, expand, extendContext } from './context.ts';
import { type Fields, isFields } from './fields.ts';
import type { ExtensionValue, NamedValue } from './model.ts';

/** EPCIS 2.0 §10.2: a remark for people is no data, and the hash leaves it out as well. */
const COMMENT = 'http://www.w3.org/2000/01/rdf-schema#comment';

const NONE_DEFINED: ReadonlySet<string> = new Set();

/**
 * The members of an object outside of `defined`, by their expanded names; undefined where there is none.
 *
 * In the order of the names, an array as one pair a member, which is how XML writes it: what `eventContent` takes for one
 * is one here.
 * @param context around the object; its own `@context` is added here
 */
export function extensionsOf(
  fields: Fields,
  context: Context,
  defined = NONE_DEFINED,
): readonly NamedValue[] | undefined {
  let pairs: NamedValue[] | undefined;
  let own: Context | undefined;
  for (const key of Object.keys(fields)) {
    if (defined.has(key) || key === '@context') continue;
    own ??= extendContext(context, fields['@context']);
    const name = key.startsWith('@') ? key : expand(own, key);
    if (name === COMMENT) continue;
    pairs ??= [];
    const value = fields[key];
    if (!Array.isArray(value) || value.length === 0) pairs.push([name, readValue(value, own)]);
    else for (const member of value) pairs.push([name, readValue(member, own)]);
  }
  return pairs?.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function readValue(value: unknown, context: Context): ExtensionValue {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((member) => readValue(member, context));
  if (!isFields(value)) return value === null || value === undefined ? null : String(value);
  const keys = Object.keys(value);
  // JSON-LD 1.1 §4.2: a literal on its own and the value object that holds nothing but it are the same.
  if (keys.length === 1 && keys[0] === '@value' && !isFields(value['@value']))
    return readValue(value['@value'], context);
  return objectOf(extensionsOf(value, context) ?? []);
}

/** Pairs in the order of their names as one object; `fromEntries`, since a name may be `__proto__`. */
function objectOf(pairs: readonly NamedValue[]): ExtensionValue {
  const members: [name: string, value: ExtensionValue][] = [];
  for (let at = 0; at < pairs.length; ) {
    const [name, value] = pairs[at] ?? ['', null];
    let end = at + 1;
    while (pairs[end]?.[0] === name) end += 1;
    if (end > at + 1) members.push([name, pairs.slice(at, end).map(([, each]) => each)]);
    // A list within a list stays one: a list alone would be several members.
    else members.push([name, Array.isArray(value) && value.length > 0 ? [value] : value]);
    at = end;
  }
  return Object.fromEntries(members);
}
