/** Licences that whoever does something must hold on the day that it is done. */
import { isInForce } from '../pack/in-force.ts';
import type { Words } from '../pack/parts.ts';
import type { HeldLicence } from './check.ts';
import { found, type Judging, type PackFinding, type Part } from './judging.ts';
import type { LoadedLicence } from './loaded-pack.ts';

export function ofLicences(event: Judging): PackFinding[] {
  const { loaded, stage, facts, values, day, known } = event;
  const findings: PackFinding[] = [];
  for (const loadedLicence of loaded.licences.get(stage.id) ?? []) {
    const { licence, when } = loadedLicence;
    const held = known.licences?.(licence.of);
    if (held === undefined || !isInForce(licence, day)) continue;
    const needed = when === undefined ? 'true' : when.ask(facts, values);
    const fault = needed === 'false' ? undefined : faultOf(loadedLicence, held, day);
    if (fault === undefined) continue;
    findings.push(found(event, licence, { effect: needed === 'true' ? 'flag' : 'unknown', ...fault }));
  }
  return findings;
}

function faultOf(
  { licence: { name, of }, number: form }: LoadedLicence,
  held: readonly HeldLicence[],
  day: string,
): Omit<Part, 'effect'> | undefined {
  const meant = form === undefined ? held : held.filter(({ number }) => form.test(number));
  if (meant.some(({ from = day, until = day }) => from <= day && day <= until)) return undefined;
  const [nearest] = meant.toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? ''));
  if (of !== 'recorder') {
    // Of others is known what they have entered, and not whether it is all that they hold; nor are its number and days told.
    return nearest === undefined
      ? undefined
      : {
          rule: 'licence.not-valid',
          message: { zh: `${name.zh}在 ${day} 不在有效期内`, en: `${name.en} did not hold on ${day}` },
          wayOut: ASK,
        };
  }
  if (nearest !== undefined)
    return { rule: 'licence.not-valid', message: outsideOf(name, nearest, day), wayOut: RENEW };
  return {
    rule: 'licence.missing',
    message: { zh: `本单位没有登记${name.zh}`, en: `No ${lowered(name.en)} of the organisation is entered` },
    wayOut: {
      zh: '请在“场所与许可”登记证号和有效期；登记后自动重新判断',
      en: 'Enter it under Sites and licences, with the days from and until which it holds; records are judged anew then',
    },
  };
}

function outsideOf(name: Words, { number, from, until }: HeldLicence, day: string): Words {
  return until !== undefined && until < day
    ? {
        zh: `${name.zh} ${number} 已于 ${until} 到期，早于 ${day}`,
        en: `${name.en} ${number} ended on ${until}, before ${day}`,
      }
    : {
        zh: `${name.zh} ${number} 自 ${from} 起有效，晚于 ${day}`,
        en: `${name.en} ${number} holds from ${from} on, after ${day}`,
      };
}

const RENEW: Words = {
  zh: '已换证的，请在“场所与许可”登记新证；未换证的，停止办理并向发证机关说明',
  en: 'If it was renewed, enter the new one under Sites and licences; if not, stop, and tell who issued it',
};
const ASK: Words = {
  zh: '请向对方索取在有效期内的许可证并留存',
  en: 'Ask the other for a licence that holds, and keep it',
};

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
