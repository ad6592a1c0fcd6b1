// npm run eval:payments [-- --count N] [--seed N]
//
// Matches a generated set of payments whose truth is known, and says how many were matched right, by kind.
import { parseArgs } from "node:util";
import { generatePayments } from "../../builders/payment-set.ts";
import { scorePayments } from "./score-payments.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "10000" }, seed: { type: "string", default: "7" } },
});
const set = generatePayments(Number(values.count), Number(values.seed));
const started = performance.now();
const score = scorePayments(set);
const seconds = (performance.now() - started) / 1000;
const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(2)} %`;

const lines = [
  `${set.payments.length} payments, ${set.items.length} open items, ${seconds.toFixed(1)} s`,
  `matchable ${score.matchable}, matched right ${score.right} (${percent(score.right, score.matchable)})`,
  `wrong at level exact: ${score.wrongExact} of ${score.exact}; done without a person and wrong: ${score.wrongAutomatic} of ${score.automatic}`,
  ...[...score.byKind].map(
    ([kind, { count, right, proposed }]) =>
      `  ${kind.padEnd(16)} ${String(count).padStart(6)}  right ${percent(right, count)}  proposed ${percent(proposed, count)}`,
  ),
];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = score.wrongExact === 0 && score.right >= 0.95 * score.matchable ? 0 : 1;
