import { Problem } from '@suyuan/api';
import { holdsPersonalNumber, interpret } from '@suyuan/codes';

/**
 * The code that an organisation gives for itself, canonical: a 统一社会信用代码, a GLN, or any other code of a party that has a
 * check. Eighteen letters and digits are meant for the first.
 * @throws Problem `organisation.code-invalid`
 */
export function ownCode(text: string): string {
  const given = text.normalize('NFKC').trim();
  // Whoever is registered as a person has no code of a firm; the number of a person is kept nowhere.
  if (holdsPersonalNumber(given))
    throw new Problem('organisation.code-invalid', {
      code: '',
      reason: { zh: '这是居民身份证号码', en: 'it is an identity number' },
    });
  const { reading } = interpret(/^[0-9a-z]{18}$/i.test(given) ? `cn-uscc:${given.toUpperCase()}` : given);
  if (reading.wellFormed) return reading.canonical;
  const reason = reading.refusal?.message ?? { zh: '不是已知的编码', en: 'no code that is known' };
  throw new Problem('organisation.code-invalid', { code: given, reason });
}
