/**
 * Codes without a national form, which localities or enterprises give out: any visible characters. Nothing in them tells
 * what they are, so they are read only behind the name of their scheme, `cn-elevator:301234`.
 */
import { defineScheme, type Scheme, type SchemeFacts } from '../scheme.ts';

const LENGTH_MAX = 128;

export function opaqueScheme(facts: SchemeFacts): Scheme {
  return defineScheme(facts, {
    fields: [{ part: 'code', name: { zh: '代码', en: 'Code' }, length: [1, LENGTH_MAX], alphabet: 'visible' }],
    prior: -20,
    isOpaque: true,
  });
}
