/** What must not be: conditions of the pack, and the rules that data cannot say. */
import { isInForce } from '../pack/in-force.ts';
import type { Words } from '../pack/parts.ts';
import type { Asked } from './check.ts';
import { found, type Judging, judgingAlone, type PackFinding } from './judging.ts';
import type { LoadedRule } from './loaded-pack.ts';

/** @param asked which rules; all if not given */
export function ofRules(event: Judging, asked: (rule: LoadedRule) => boolean = () => true): PackFinding[] {
  const kind = event.facts.errorDeclaration === undefined ? 'records' : 'declarations';
  const rules = event.loaded.rules.get(event.stage.id) ?? [];
  return rules
    .filter((each) => asked(each) && (each.rule.of ?? 'records') === kind && isInForce(each.rule, event.day))
    .flatMap((each) => ofRule(event, each));
}

function ofRule(event: Judging, { rule, when }: LoadedRule): PackFinding[] {
  const { id, effect, message, wayOut } = rule;
  const { facts, values } = event;
  if (when !== undefined) {
    const broken = when.ask(facts, values);
    return broken === 'false'
      ? []
      : [
          found(event, rule, {
            rule: id,
            effect: broken === 'true' ? effect : 'unknown',
            message: broken === 'true' ? message : untold(rule.name),
            wayOut,
          }),
        ];
  }
  const check = event.loaded.checks[rule.check ?? ''];
  if (check === undefined) throw new Error(`no rule ${rule.check}`);
  return check(askedOf(event)).map(({ unit, detail: said, from, isUnknown = false }) => {
    const detail = from === undefined || event.known.mayTell?.(from) !== false ? said : undefined;
    return found(event, rule, {
      rule: id,
      ...(unit === undefined ? {} : { unit }),
      effect: isUnknown ? 'unknown' : effect,
      message: isUnknown
        ? untold(rule.name)
        : detail === undefined
          ? message
          : { zh: `${message.zh}：${detail.zh}`, en: `${message.en}: ${detail.en}` },
      wayOut,
    });
  });
}

function untold(name: Words): Words {
  return { zh: `“${name.zh}”无法判断：记录的内容不够`, en: `${name.en} cannot be judged: too little is recorded` };
}

function askedOf({ loaded, stage, facts, values, known }: Judging): Asked {
  return {
    facts,
    values,
    known,
    stageOf(other) {
      if (other === facts) return { stage: stage.id, values };
      const staged = judgingAlone(loaded, other);
      return staged === undefined ? undefined : { stage: staged.stage.id, values: staged.values };
    },
  };
}
