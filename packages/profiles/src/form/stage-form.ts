/** The form of a stage: what is to be filled in of it on a day, by its pack. */
import type { LoadedPack } from '../judge/loaded-pack.ts';
import { conditionWords } from '../pack/condition-words.ts';
import { isInForce } from '../pack/in-force.ts';
import type { Pack, PackElement, PackStage } from '../pack/pack.ts';
import type { Words } from '../pack/parts.ts';
import { askedValues } from './asked-values.ts';
import { opens } from './opens.ts';
import { enteredAs } from './place-of-element.ts';

export interface StageForm {
  readonly pack: string;
  readonly version: string;
  readonly stage: string;
  readonly name: Words;
  /** What codes of units may name; anything where not given. */
  readonly accepts?: readonly ('lot' | 'instance' | 'class' | 'other')[];
  /** What something is made of, and what units are put into or taken out of. */
  readonly inputs: Asked;
  readonly parent: Asked;
  /** The units come out of the parent; none entered is all that is in it. */
  readonly opens: boolean;
  /** The goods come from somebody, go to somebody, or stay. */
  readonly handover: 'in' | 'out' | 'none';
  readonly fields: readonly FormField[];
}

export type Asked = 'none' | 'optional' | 'required';

export interface FormField {
  readonly element: string;
  readonly name: Words;
  readonly definition?: Words;
  readonly type: PackElement['type'];
  readonly unit?: string;
  readonly options?: readonly { readonly code: string; readonly name: Words }[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly need: 'required' | 'conditional' | 'optional';
  /** When a conditional one is needed, as far as there are words. */
  readonly when?: Words;
  /** `unit`, `time`: entered with the goods or the time. */
  readonly entered: 'value' | 'unit' | 'time';
  /** What the stage is known by: the one value that it has. */
  readonly fixed?: string;
  readonly isPersonal: boolean;
}

/** Undefined where the pack has no such stage on the day. */
export function stageForm({ pack }: LoadedPack, id: string, day: string): StageForm | undefined {
  const stage = pack.stages.find((each) => each.id === id && isInForce(each, day));
  if (stage === undefined) return undefined;
  const { types, when } = stage.event;
  const asked = when === undefined ? new Map<string, readonly string[]>() : askedValues(when);
  const fields = wantedOf(pack, stage, day).flatMap(({ element, ...wanted }) => {
    const field = fieldOf(pack, element, { ...wanted, values: asked.get(element) });
    return field === undefined ? [] : [field];
  });
  return {
    ...{ pack: pack.id, version: pack.version, stage: id, name: stage.name },
    ...(stage.accepts === undefined ? {} : { accepts: stage.accepts }),
    inputs: askedOf(types, 'TransformationEvent'),
    parent: askedOf(types, 'AggregationEvent'),
    opens: opens(stage),
    handover: handoverOf(stage.event.bizSteps),
    fields,
  };
}

function askedOf(types: PackStage['event']['types'], type: PackStage['event']['types'][number]): Asked {
  if (!types.includes(type)) return 'none';
  return types.length === 1 ? 'required' : 'optional';
}

/** CBV 2.0 §7.1: steps at which goods change hands between firms; over a counter nobody is named. */
const COMES = new Set(['receiving', 'accepting', 'arriving']);
const GOES = new Set(['shipping', 'departing', 'consigning']);

function handoverOf(steps: PackStage['event']['bizSteps']): StageForm['handover'] {
  if (steps.some((step) => GOES.has(step))) return 'out';
  return steps.some((step) => COMES.has(step)) ? 'in' : 'none';
}

interface Wanted {
  readonly need: FormField['need'];
  readonly condition?: string | undefined;
}

/** What the stage is known by, what it requires, and what its rules look at. */
function wantedOf(pack: Pack, { id, event: { when = '' } }: PackStage, day: string): (Wanted & { element: string })[] {
  const required = pack.requirements
    .filter((each) => each.stage === id && isInForce(each, day))
    .map(({ element, need, when: condition }) => ({ element, need, condition }));
  const rules = pack.rules.filter(
    (rule) => rule.stages.includes(id) && (rule.of ?? 'records') === 'records' && isInForce(rule, day),
  );
  // Of `has(it.a) || has(it.b)` neither is needed by itself.
  const need = when.includes('||') && askedValues(when).size === 0 ? 'optional' : 'required';
  const all: (Wanted & { element: string })[] = [
    ...namedIn(when).flatMap((element) =>
      required.some((each) => each.element === element) ? [] : [{ element, need } as const],
    ),
    ...required,
    ...rules.flatMap((rule) => namedIn(rule.when ?? '')).map((element) => ({ element, need: 'optional' }) as const),
  ];
  return [...new Map(all.toReversed().map((each) => [each.element, each])).values()].toReversed();
}

function namedIn(condition: string): readonly string[] {
  return [...condition.matchAll(/\bit\.(\w+)/g)].flatMap(([, name]) =>
    name === undefined || name === 'stage' ? [] : [name],
  );
}

function fieldOf(
  pack: Pack,
  id: string,
  { need, condition, values }: Wanted & { readonly values: readonly string[] | undefined },
): FormField | undefined {
  const element = pack.elements[id];
  if (element === undefined) return undefined;
  const entered = enteredAs(element);
  if (entered === 'known') return undefined;
  const { name, definition, type, unit, codeList, pattern, min, max, isPersonal = false } = element;
  const listed = codeList === undefined ? undefined : pack.codeLists[codeList]?.values;
  const options = listed?.flatMap(({ code, name: words }) =>
    values === undefined || values.includes(code) ? [{ code, name: words }] : [],
  );
  const when = condition === undefined ? undefined : conditionWords(pack, condition);
  const [fixed] = values?.length === 1 ? values : [];
  return {
    ...{ element: id, name, type, need, entered, isPersonal },
    ...(definition === undefined ? {} : { definition }),
    ...(unit === undefined ? {} : { unit }),
    ...(options === undefined ? {} : { options }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(when === undefined ? {} : { when }),
    ...(fixed === undefined ? {} : { fixed }),
  };
}
