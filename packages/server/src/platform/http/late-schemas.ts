/**
 * Schemas are compiled when a request first needs them. All at once they took a second of processor time, a third of a start,
 * and most routes are never asked for.
 */
import assert from 'node:assert/strict';
import buildAjv from '@fastify/ajv-compiler';
import buildStringify from '@fastify/fast-json-stringify-compiler';
import type { FastifyInstance, FastifySchema, FastifySchemaCompiler } from 'fastify';

type Validate = ReturnType<FastifySchemaCompiler<FastifySchema>>;

/** By Fastify's own compilers, with its own settings. */
export function compileLate(app: FastifyInstance): void {
  const validatorOf = buildAjv()({}, { customOptions: {}, plugins: [] });
  app.setValidatorCompiler(({ schema, method, url, httpPart }) => {
    const read = httpPart === 'headers' ? inLowerCase(schema) : schema;
    return lateValidator(() => validatorOf({ schema: read, method, url, httpPart }));
  });
  const serializerOf = buildStringify()({}, {});
  app.setSerializerCompiler(({ schema, method, url, httpStatus = 'default' }) =>
    late(() => serializerOf({ schema, method, url, httpStatus })),
  );
}

/** As Fastify does for a compiler that it chose itself: Node tells names of headers in lower case. */
function inLowerCase(schema: unknown): object {
  const { type, properties = {}, required = [], ...more } = Object(schema);
  assert.deepEqual(more, {}, 'other keywords of a schema of headers may hold names as well');
  const named = Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]);
  const lower = required.map((name: string) => name.toLowerCase());
  return { type, properties: Object.fromEntries(named), required: lower };
}

function late<Out>(compile: () => (told: unknown) => Out): (told: unknown) => Out {
  let compiled: ((told: unknown) => Out) | undefined;
  return (told) => {
    compiled ??= compile();
    return compiled(told);
  };
}

/** What was wrong is left on the function itself, where Fastify looks for it. */
function lateValidator(compile: () => Validate): Validate {
  let compiled: Validate | undefined;
  const validate: Validate = (told) => {
    compiled ??= compile();
    const result = compiled(told);
    validate.errors = compiled.errors ?? null;
    return result;
  };
  return validate;
}
