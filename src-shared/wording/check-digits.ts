/** Arithmetic of check digits. Each takes the bare digits or characters of an identifier, without blanks. */

/** Remainder of a long decimal text by a small number. */
export function remainderOf(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** ISO 7064 mod 97-10 of an IBAN or RF reference. */
export function isMod97(text: string): boolean {
  const moved = text.slice(4) + text.slice(0, 4);
  let digits = "";
  for (const character of moved) {
    const code = character.charCodeAt(0);
    if (code >= 48 && code <= 57) digits += character;
    else if (code >= 65 && code <= 90) digits += String(code - 55);
    else return false;
  }
  return remainderOf(digits, 97) === 1;
}

/** Luhn over digits, the last one being the check digit. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== "" && sum % 10 === 0;
}

/** GS1 check digit of a GLN, EAN or GTIN: weights 1 and 3 in turn, from the check digit leftwards. */
export function isEan(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1)
    sum += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 1 : 3);
  return digits !== "" && sum % 10 === 0;
}

/** ISO 7064 mod 11,10 with the check digit last. */
export function isMod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  const check = 11 - product === 10 ? 0 : (11 - product) % 10;
  return check === Number(digits.at(-1));
}

/** Sum of digits by weights. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? "0"), 0);
}

const gstinAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Check character of an Indian GSTIN: mod 36 with alternating factors. */
export function isGstin(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < 14; index += 1) {
    const value = gstinAlphabet.indexOf(text.charAt(index));
    if (value < 0) return false;
    const product = value * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return gstinAlphabet.charAt((36 - (sum % 36)) % 36) === text.charAt(14);
}
