/**
 * 95 % upper bound on the share of wrong clearances, after `count` of which `wrong` were wrong.
 *
 * Without any wrong one it is 1 − 0.05^(1/count): 59 give 5 %, 299 give 1 %, 598 give 0.5 %. With some it is the exact
 * (Clopper–Pearson) bound. A probability, never money; `null` before the first.
 */
export function upperBound(count: number, wrong: number): number | null {
  if (count <= 0) return null;
  if (wrong >= count) return 1;
  if (wrong === 0) return 1 - 0.05 ** (1 / count);
  let [low, high] = [wrong / count, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(wrong, count, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** Probability of at most `wrong` among `count`, each with probability `share`. Summed by logarithms. */
function atMost(wrong: number, count: number, share: number): number {
  let logTerm = count * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let at = 1; at <= wrong; at += 1) {
    logTerm += Math.log((count - at + 1) / at) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return sum;
}

/** How many clearances without an error a bound needs, beginning from none: 0.05 → 59. */
export const decisionsFor = (bound: number): number => Math.ceil(Math.log(0.05) / Math.log1p(-bound));
