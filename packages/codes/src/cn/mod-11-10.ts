/** The hybrid system MOD 11,10 (GB/T 17710, ISO/IEC 7064): the check digit of a string of digits, 0 to 9. */
export function mod1110(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}
