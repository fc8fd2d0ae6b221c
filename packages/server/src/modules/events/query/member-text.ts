/** JSON text of an object, changed in one place without being written anew. */

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The text with another value for the member of this name at its top; the same text where there is none.
 * @param text sound JSON of an object
 * @param value JSON
 */
export function withMember(text: string, name: string, value: string): string {
  let depth = 0;
  /** Behind the comma or bracket before the member that is being read. */
  let from = 0;
  /** Behind the colon of the wanted member. */
  let valueAt = -1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '"': {
        const end = stringEnd(text, at);
        // The first string of a member is its name.
        const isName = depth === 1 && text.slice(from, at).trim() === '';
        if (isName && JSON.parse(text.slice(at, end)) === name) valueAt = text.indexOf(':', end) + 1;
        at = end - 1;
        break;
      }
      case '{':
      case '[':
        depth += 1;
        from = at + 1;
        break;
      case '}':
      case ']':
        if (depth === 1 && valueAt > 0) return put(text, { valueAt, end: at, value });
        depth -= 1;
        break;
      case ',':
        if (depth === 1 && valueAt > 0) return put(text, { valueAt, end: at, value });
        from = at + 1;
        break;
      default:
    }
  }
  return text;
}

function put(text: string, at: { readonly valueAt: number; readonly end: number; readonly value: string }): string {
  const old = text.slice(at.valueAt, at.end);
  return text.slice(0, at.valueAt) + old.replace(old.trim(), () => at.value) + text.slice(at.end);
}

/** Behind the closing quote of the string that begins here. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}
