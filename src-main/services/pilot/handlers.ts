import type { InputOf } from "../../../src-shared/api/contract.ts";
import { toEntry } from "../../../src-shared/api/pilot-contract.ts";
import { buildMeasureReport } from "../measure/build-measure-report.ts";
import { exportMeasures, readMeasures } from "../measure/read-measures.ts";
import type { Program } from "../program.ts";
import { importBaseline } from "./import-baseline.ts";
import { recordEntry } from "./record-entry.ts";
import { dealDrill, runDrill } from "./run-drill.ts";
import { readPilot } from "./show-pilot.ts";
import { signPhase } from "./sign-phase.ts";

/** What answers the calls about the pilot and its measures. */
export const pilotHandlers = {
  "pilot.read": readPilot,
  "pilot.record": (program: Program, { entry }: InputOf<"pilot.record">) =>
    recordEntry(program, toEntry(entry)),
  "pilot.import-baseline": importBaseline,
  "pilot.sign": signPhase,
  "pilot.drill": runDrill,
  "pilot.deal": dealDrill,
  "measure.read": readMeasures,
  "measure.export": exportMeasures,
  "measure.report": buildMeasureReport,
} as const;
