// npm run check: the gate. Format, lint, types, build, architecture and unit tests.
import { ensureInstalled, fail } from "./toolbox.mjs";
import { runGate } from "./gate.mjs";

try {
  ensureInstalled();
  await runGate({ journeys: false });
} catch (error) {
  fail(error);
}
