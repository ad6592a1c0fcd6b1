// npm run eval:kill [-- --points 1000] [--seed N]
//
// Ends the program at random moments of an export, starts it again, finishes, and counts what an importer would get.
import { parseArgs } from "node:util";
import { runKilledExports } from "./killed-export.ts";

const { values } = parseArgs({
  options: { points: { type: "string", default: "1000" }, seed: { type: "string", default: "5" } },
});
const started = performance.now();
const result = await runKilledExports(Number(values.points), Number(values.seed));
process.stdout.write(
  `${result.killed} kills in ${result.exports} exports (${[...result.moments].map(([moment, count]) => `${moment} ${count}`).join(", ")}): ${result.lost} invoices lost, ${result.doubled} doubled; ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
);
process.exitCode = result.lost + result.doubled === 0 && result.killed >= Number(values.points) ? 0 : 1;
