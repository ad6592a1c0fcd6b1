import type { InputOf } from "../../../src-shared/api/contract.ts";
import { measureBoard } from "../../../src-shared/measure/index.ts";
import type { MeasureBoard, MeasureFilter, MeasureLog } from "../../../src-shared/measure/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { collectMeasureLog } from "./collect-log.ts";

/** Every measure over the cases that a filter lets through. */
export function readMeasures(
  program: Program,
  filter: InputOf<"measure.read">,
): Result<MeasureBoard, Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(measureBoard(collectMeasureLog(open.value), filter as MeasureFilter)) : open;
}

/** What the measures are computed from, for whoever wants to compute them again. */
export function exportMeasures(program: Program): Result<MeasureLog, Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(collectMeasureLog(open.value)) : open;
}
