// npm test: the gate and the journeys in a browser. Works on a fresh clone; ends with `N passed, N failed`.
import { ensureInstalled, fail } from "./toolbox.mjs";
import { ensureChromium } from "./chromium.mjs";
import { runGate } from "./gate.mjs";

try {
  ensureInstalled();
  ensureChromium();
  await runGate({ journeys: true });
} catch (error) {
  fail(error);
}
