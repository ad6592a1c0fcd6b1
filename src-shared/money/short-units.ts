const mostDigitsOfANumber = 15;
const [minus, point] = [0x2d, 0x2e];
export const [digitZero, digitNine] = [0x30, 0x39];

/** The digits of a text as a whole number without the point, exactly; NaN for what a number might not hold. */
export function shortUnitsOf(text: string): number {
  const start = text.charCodeAt(0) === minus ? 1 : 0;
  const end = text.length;
  if (end === start || end - start > mostDigitsOfANumber) return Number.NaN;
  let magnitude = 0;
  let hasPoint = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= digitZero && code <= digitNine) magnitude = magnitude * 10 + (code - digitZero);
    else if (code === point && !hasPoint && at > start && at < end - 1) hasPoint = true;
    else return Number.NaN;
  }
  return start === 1 ? -magnitude : magnitude;
}

/** How many decimals a canonical text writes. */
export function scaleOf(text: string): number {
  const pointAt = text.indexOf(".");
  return pointAt < 0 ? 0 : text.length - pointAt - 1;
}
