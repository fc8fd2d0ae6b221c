/**
 * A scheme of codes as data: its fields in order, what each may hold, where the facts come from and how sure they are.
 * Parsing, writing and the evidence for detection follow from the fields; a scheme adds only what fields cannot say.
 */

import { type CodeParts, cutInto, type Field, refuseField, totalLength } from './field.ts';
import { type Names, type Parsed, parsed, type Reason, refused, type Text } from './parsed.ts';

export type { CodeParts } from './field.ts';

/**
 * How sure the facts are: `verified` by computing real numbers, `sourced` from a text at hand, `unverified` from
 * memory or a second hand, to be checked against the standard.
 */
export type Confidence = 'verified' | 'sourced' | 'unverified';

export interface SchemeFacts {
  /** Also what stands before the colon of a canonical code. */
  readonly id: string;
  readonly name: Text;
  readonly names: Names;
  /** The thing is in use where it stands or goes round, and is meant to be scanned by many; nobody buys it in a shop. */
  readonly isInUse?: true;
  /** The rule that it is from, with its number. */
  readonly standard: string;
  /** Where its form was read. */
  readonly source: string;
  /** First day in force, YYYY-MM-DD, where it is known. */
  readonly effectiveFrom?: string;
  readonly confidence: Confidence;
  readonly note?: Text;
}

export interface SchemeRules {
  readonly fields: readonly Field[];
  /** The scheme's one spelling of a text that it takes: capitals, brackets. */
  readonly fold?: (text: string) => string;
  /** What fields cannot say: check characters, parts that bear each other out. */
  readonly check?: (parts: CodeParts, code: string) => Reason | undefined;
  /** Evidence of `check`, in bits: how rarely a text made up at random passes. */
  readonly checkBits?: number;
  /** How common it is to meet such a code bare, in bits above the rarest; negative where the form proves nothing. */
  readonly prior: number;
  /** What speaks for it in these parts beyond what the fields tell. */
  readonly evidence?: (parts: CodeParts) => readonly Evidence[];
  /** What a person should look at in a well-formed code; refuses nothing. */
  readonly findings?: (parts: CodeParts) => readonly Text[];
  /** Whether a text that has the form and not the check is still meant for one; by default one with fixed text. */
  readonly isMeant?: (code: string) => boolean;
  /** Every code has a character that is no digit, though its fields do not say so. */
  readonly hasMarks?: boolean;
  /** First digits of a code that is all digits; `check` refuses the others. Such texts are not weighed against it. */
  readonly firstDigits?: string;
  /** The scheme's own spelling is a URI that names it, and the canonical form as it is. */
  readonly isUri?: boolean;
  /** Canonical code of the product that a code with these parts is of. */
  readonly productOf?: (parts: CodeParts) => string;
  /** Without marks of its own: never read from a bare text, only behind `id:`. */
  readonly isOpaque?: boolean;
}

/** One thing in a text that speaks for a scheme, or against it. */
export interface Evidence {
  readonly bits: number;
  readonly text: Text;
}

export interface Scheme extends SchemeFacts {
  readonly rules: SchemeRules;
  /** The parts of a code in the scheme's own spelling or one that folds to it. */
  parse(text: string): Parsed<CodeParts>;
  isValid(text: string): boolean;
  /** The code of these parts; undefined where they make no well-formed one. */
  format(parts: CodeParts): string | undefined;
}

const LENGTH_MAX = 256; // no scheme here has longer codes

export function defineScheme(facts: SchemeFacts, rules: SchemeRules): Scheme {
  const cut = cutInto(rules.fields);
  const [min, max] = totalLength(rules.fields);
  const fold = rules.fold ?? ((text: string) => text);

  function parse(text: string): Parsed<CodeParts> {
    if (text.length > LENGTH_MAX) return refused('length');
    const code = fold(text);
    if (code.length < min || code.length > max) return refused('length');
    const parts = cut(code);
    if (parts === undefined) return refused('alphabet');
    for (const field of rules.fields) {
      const reason = refuseField(field, parts[field.part ?? ''] ?? '');
      if (reason !== undefined) return refused(reason);
    }
    const reason = rules.check?.(parts, code);
    return reason === undefined ? parsed(parts) : refused(reason);
  }

  function format(parts: CodeParts): string | undefined {
    const code = rules.fields.map((field) => field.literal ?? parts[field.part ?? ''] ?? '').join('');
    return parse(code).ok ? fold(code) : undefined;
  }

  return { ...facts, rules, parse, format, isValid: (text) => parse(text).ok };
}

/** The one spelling as a scheme of its own grammar writes it; of a text that it does not take, the text. */
export function foldBy({ parse, format }: Pick<Scheme, 'parse' | 'format'>): (text: string) => string {
  return (text) => {
    const read = parse(text);
    return read.ok ? (format(read.value) ?? text) : text;
  };
}
