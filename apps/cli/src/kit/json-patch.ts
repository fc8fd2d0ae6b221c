/** JSON Patch (RFC 6902), as far as the kit needs it: `add`, `remove` and `replace`. What is given is left as it was. */
import Type from 'typebox';
import { isJsonObject, type JsonObject } from './json.ts';

const Path = Type.String({ pattern: '^(/([^~/]|~[01])*)+$', description: 'JSON pointer (RFC 6901)' });

const OperationSchema = Type.Union([
  Type.Object(
    { op: Type.Union([Type.Literal('add'), Type.Literal('replace')]), path: Path, value: Type.Unknown() },
    { additionalProperties: false },
  ),
  Type.Object({ op: Type.Literal('remove'), path: Path }, { additionalProperties: false }),
]);
/** One operation: a case that is not in order differs in one thing. */
export const PatchSchema = Type.Array(OperationSchema, {
  $id: 'urn:suyuan:schema:kit-patch',
  title: 'JSON Patch of one operation (RFC 6902)',
  minItems: 1,
  maxItems: 1,
});

export type Operation = Type.Static<typeof OperationSchema>;

/** @throws Error where the document has no such place */
export function patched(document: unknown, patch: readonly Operation[]): unknown {
  return patch.reduce((value, operation) => changed(value, tokensOf(operation.path), operation), document);
}

export function pointer(...tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function tokensOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function changed(value: unknown, [token = '', ...rest]: readonly string[], operation: Operation): unknown {
  if (Array.isArray(value)) return inArray(value, [token, ...rest], operation);
  if (!isJsonObject(value)) throw new Error(`${operation.path}: there is no such place`);
  if (rest.length > 0) return { ...value, [token]: changed(value[token], rest, operation) };
  return inObject(value, token, operation);
}

function inObject(value: JsonObject, name: string, operation: Operation): JsonObject {
  if (operation.op !== 'add' && !Object.hasOwn(value, name)) throw new Error(`${operation.path}: there is none`);
  if (operation.op !== 'remove') return { ...value, [name]: operation.value };
  const { [name]: _, ...others } = value;
  return others;
}

function inArray(
  values: readonly unknown[],
  [token = '', ...rest]: readonly string[],
  operation: Operation,
): readonly unknown[] {
  const index = token === '-' ? values.length : Number(token);
  const last = operation.op === 'add' && rest.length === 0 ? values.length : values.length - 1;
  if (!/^(-|0|[1-9]\d*)$/.test(token) || index > last) throw new Error(`${operation.path}: there is no such item`);
  if (rest.length > 0) return values.with(index, changed(values[index], rest, operation));
  switch (operation.op) {
    case 'add':
      return values.toSpliced(index, 0, operation.value);
    case 'remove':
      return values.toSpliced(index, 1);
    case 'replace':
      return values.with(index, operation.value);
    default:
      return unreachable(operation);
  }
}

function unreachable(operation: never): never {
  throw new Error(`no operation ${String(operation)}`);
}
