import type { OccurrencesBody } from '@suyuan/api';
import { DISPUTE_SUBJECTS, ELEMENT_NAMES, LEVEL_TEXTS, LEVELS } from '@suyuan/api/disclosure';
import { auditText } from '../../i18n/audit.ts';
import { disputesText } from '../../i18n/disputes.ts';
import { rightsText } from '../../i18n/rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { useKeys, usePeople, useRoles } from '../../manage/queries.ts';
import { isRight } from '../../manage/rights.ts';
import { useElementName } from '../../manage/use-element-name.ts';
import { useMay } from '../../manage/use-may.ts';
import { useRoleTitle } from '../../manage/use-role-title.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';

export type Occurrence = OccurrencesBody['occurrences'][number];

type Word = keyof typeof auditText.zh;

/** An occurrence in words: for the table, and for the file. */
export interface Told {
  readonly what: string;
  readonly who: string;
  /** What more is known, name and value. */
  readonly details: readonly (readonly [string, string])[];
}

const isWord = (key: string): key is Word => Object.hasOwn(auditText.zh, key);
const TIMES: ReadonlySet<string> = new Set(['expiresAt', 'until', 'toldAt']);
const ROLES: ReadonlySet<string> = new Set(['role', 'before']);

/** A hook that puts what happened into words; a kind or name that is not known is told as it is. */
export function useTold(): (occurrence: Occurrence) => Told {
  const say = useText(auditText);
  const nameOf = useNames();
  const said = useValues(nameOf);
  const word = (prefix: string, key: string): string => {
    const whole = `${prefix}.${key}`;
    return isWord(whole) ? say(whole) : key;
  };
  return ({ kind, person, key, session, via, about, detail = {} }) => {
    const ids = Object.entries({ key, session, via }).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]]));
    const details = [...Object.entries(detail), ...ids].map(
      ([name = '', value]) => [word('detail', name), said(name, value)] as const,
    );
    const isNobodyKnown = kind.startsWith('sign-in.');
    return {
      what: word('kind', kind),
      who:
        person ??
        (key === undefined ? say(isNobodyKnown ? 'who.unknown' : 'who.program') : say('who.key', { key: nameOf(key) })),
      details: [
        ...(about === undefined ? [] : [[say('about'), nameOf(about)] as const]),
        ...details,
        [say('kind'), kind],
      ],
    };
  };
}

/** A hook that names what an id is of, where whoever looks may see people, keys and roles; else the id. */
function useNames(): (id: string) => string {
  const mayManage = useMay('manage');
  const people = usePeople(mayManage).data ?? [];
  const keys = useKeys(mayManage).data ?? [];
  const roles = useRoles(mayManage).data ?? [];
  const titleOf = useRoleTitle();
  const names = new Map([
    ...roles.map((role) => [role.name, titleOf(role)] as const),
    ...keys.map(({ id, label }) => [id, label ?? id] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

/** A hook that puts a value of the detail into words. */
function useValues(nameOf: (id: string) => string): (name: string, value: unknown) => string {
  const say = useText(auditText);
  const sayRight = useText(rightsText);
  const saySubject = useText(disputesText);
  const titleOf = useRoleTitle();
  const elementName = useElementName();
  const [{ language }] = useSettings();
  const timeOf = (text: string): string =>
    new Intl.DateTimeFormat(LANGUAGE_TAGS[language], { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(text),
    );
  const said = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((each) => said(name, each)).join(' · ') || say('value.null');
    const text = String(value);
    if (TIMES.has(name) && typeof value === 'string') return timeOf(text);
    const sight = `sight.${text}`;
    if (name === 'right' && isWord(sight)) return say(sight);
    const element = (['*', ...ELEMENT_NAMES] as const).find((each) => each === text);
    if (name === 'element' && element !== undefined) return elementName(element);
    const subject = DISPUTE_SUBJECTS.find((each) => each === text);
    if (name === 'subject' && subject !== undefined) return saySubject(`subject.${subject}`);
    const level = LEVELS.find((each) => each === text);
    if (name === 'level' && level !== undefined) return LEVEL_TEXTS[level].name[language];
    if (isRight(text)) return sayRight(`right.${text}`);
    const key = `value.${text}`;
    // What people typed is told as typed.
    if (isWord(key) && name !== 'label' && name !== 'name' && name !== 'case') return say(key);
    return ROLES.has(name) ? titleOf({ name: text, title: nameOf(text) }) : nameOf(text);
  };
  return said;
}
