/** Numbers of persons who do not exist, made after GB 11643-1999 without the code under test. */
import fc from 'fast-check';

const DIVISIONS = ['110101', '310104', '440524', '370681', '510901', '650102', '130102', '350102', '210211', '420106'];

/** ISO/IEC 7064 MOD 11-2 by its definition: the check that makes the weighted sum 1 modulo 11. */
function checkOf(body: string): string {
  const weigh = (text: string): number =>
    [...text].reverse().reduce((sum, digit, i) => (sum + Number(digit === 'X' ? 10 : digit) * 2 ** (i % 10)) % 11, 0);
  return [...'0123456789X'].find((check) => weigh(body + check) === 1) ?? '';
}

const two = (number: number): string => String(number).padStart(2, '0');

export const personalNumber: fc.Arbitrary<string> = fc
  .record({
    division: fc.constantFrom(...DIVISIONS),
    year: fc.integer({ min: 1880, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ division, year, month, day, sequence }) => {
    const body = `${division}${year}${two(month)}${two(day)}${String(sequence).padStart(3, '0')}`;
    return body + checkOf(body);
  });
