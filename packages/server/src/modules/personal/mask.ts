/** What may be shown of a value to whoever may not read it: enough to tell it from others, never enough to know it. */
import type { PersonalKind } from '@suyuan/api';

const HIDDEN = '****';

/** Of a value in its kept spelling. */
export function maskOf(kind: PersonalKind, value: string): string {
  return MASKS[kind](value);
}

const MASKS: Readonly<Record<PersonalKind, (value: string) => string>> = {
  phone: maskPhone,
  'id-number': maskIdNumber,
  name: maskName,
  address: maskAddress,
  other: () => HIDDEN,
};

/** 138****5678, as bills have it; of any other number the last two digits, and with nine and more the first three. */
function maskPhone(value: string): string {
  if (/^1[3-9]\d{9}$/.test(value)) return value.slice(0, 3) + HIDDEN + value.slice(-4);
  return (value.length >= 9 ? value.slice(0, 3) : '') + HIDDEN + value.slice(-2);
}

/** 3101**********1234: neither the day of birth nor the county. Of a document of another form its ends. */
function maskIdNumber(value: string): string {
  if (value.length === 18) return value.slice(0, 4) + '*'.repeat(10) + value.slice(-4);
  if (value.length === 15) return value.slice(0, 4) + '*'.repeat(8) + value.slice(-3);
  return value.length >= 8 ? value.charAt(0) + HIDDEN + value.slice(-1) : HIDDEN;
}

/** 张*, however long the name is. */
function maskName(value: string): string {
  const [first = '', ...rest] = value;
  return rest.length === 0 ? '*' : `${first}*`;
}

const ADDRESS_SHOWN = 3; // 上海市, which many share
const ADDRESS_LENGTH_MIN = 8;

function maskAddress(value: string): string {
  const letters = [...value];
  return letters.length < ADDRESS_LENGTH_MIN ? HIDDEN : letters.slice(0, ADDRESS_SHOWN).join('') + HIDDEN;
}
