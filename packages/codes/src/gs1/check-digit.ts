/**
 * The GS1 check digit (GS1 General Specifications §7.9.1): weights 3 and 1 in turn from the right, modulo 10.
 */

/** Check digit of a string of digits that does not have one yet, 0 to 9. */
export function gs1CheckDigit(digits: string): number {
  let sum = 0;
  for (let i = digits.length - 1, weight = 3; i >= 0; i -= 1, weight = 4 - weight) {
    sum += (digits.charCodeAt(i) - 48) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether the text is digits only and the last of them is the check digit of the others. */
export function hasValidCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, weight = 1; i >= 0; i -= 1, weight = 4 - weight) {
    const digit = digits.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return false;
    sum += digit * weight;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** Whether the string has the digits 0 to 9 only, and one at least. */
export function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}
