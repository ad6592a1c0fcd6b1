import { create } from "zustand";
import type {
  CallError,
  DrillCase,
  InputOf,
  PilotEntryInput,
  PilotState,
} from "../../src-shared/api/contract.ts";
import type { MeasureBoard, MeasureFilter } from "../../src-shared/measure/index.ts";
import { noFilter } from "../../src-shared/measure/index.ts";
import { outgoingLanguages } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { saveFile } from "../host/save-file.ts";
import { displayLanguage } from "../locale/language.ts";
import { say } from "../locale/say.ts";
import { decodeBase64 } from "./document-content.ts";
import { runJob } from "./jobs.ts";
import { showToast } from "./toasts.ts";

interface Pilot {
  readonly state: PilotState | null;
  readonly board: MeasureBoard | null;
  readonly filter: MeasureFilter;
  /** Cases of a drill that wait for the reviewer, the next one first. */
  readonly dealt: {
    readonly seed: number;
    readonly cases: readonly DrillCase[];
    readonly startedAt: number;
  } | null;
  readonly lastAnswer: {
    readonly kind: string;
    readonly isFaulty: boolean;
    readonly wasRight: boolean;
  } | null;
  readonly error: CallError | null;
}

/** The pilot and what it was worth. */
export const usePilot = create<Pilot>(() => ({
  state: null,
  board: null,
  filter: noFilter,
  dealt: null,
  lastAnswer: null,
  error: null,
}));

const fail = (error: CallError): void => usePilot.setState({ error });

export async function loadPilot(): Promise<void> {
  const result = await callHost("pilot.read", {});
  if (!result.ok) return fail(result.error);
  usePilot.setState({ state: result.value, error: null });
}

export async function loadMeasures(filter: MeasureFilter = usePilot.getState().filter): Promise<void> {
  usePilot.setState({ filter });
  const result = await callHost("measure.read", filter);
  if (!result.ok) return fail(result.error);
  usePilot.setState({ board: result.value, error: null });
}

export async function recordEntry(entry: PilotEntryInput): Promise<void> {
  const result = await callHost("pilot.record", { entry });
  if (!result.ok) return fail(result.error);
  // Answers of a drill follow one another; each is seen at once.
  if (entry.type !== "drill-answered")
    showToast({ tone: "done", text: say(`pilot.recorded.${entry.type}`), action: null });
  await loadPilot();
  if (usePilot.getState().board !== null) await loadMeasures();
}

export async function importBaseline(file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const input = { name: file.name, base64: btoa(binary) };
  const result = await runJob(say("pilot.baselineJob"), "pilot.import-baseline", input, null);
  if (!result.ok) return fail(result.error);
  await loadPilot();
}

export async function signPhase(input: InputOf<"pilot.sign">): Promise<void> {
  const result = await callHost("pilot.sign", input);
  if (!result.ok) return fail(result.error);
  await loadPilot();
}

/** A seed that differs from drill to drill; it is kept with the result, so that the drill can be run again. */
const nextSeed = (): number => Date.now() % 1_000_000;

export async function runDrill(): Promise<void> {
  const result = await runJob(
    say("pilot.drillJob"),
    "pilot.drill",
    { seed: nextSeed() },
    () => void runDrill(),
  );
  if (!result.ok) return fail(result.error);
  await loadPilot();
}

export async function dealDrill(): Promise<void> {
  const seed = nextSeed();
  const result = await callHost("pilot.deal", { seed });
  if (!result.ok) return fail(result.error);
  usePilot.setState({
    dealt: { seed, cases: result.value, startedAt: Date.now() },
    lastAnswer: null,
    error: null,
  });
}

export async function answerDrill(answer: "faulty" | "clean"): Promise<void> {
  const { dealt } = usePilot.getState();
  const [current, ...rest] = dealt?.cases ?? [];
  if (dealt === null || current === undefined) return;
  const { kind, isFaulty } = current;
  const seconds = Math.round((Date.now() - dealt.startedAt) / 1000);
  usePilot.setState({
    dealt: rest.length === 0 ? null : { ...dealt, cases: rest, startedAt: Date.now() },
    lastAnswer: { kind, isFaulty, wasRight: isFaulty === (answer === "faulty") },
  });
  await recordEntry({ type: "drill-answered", seed: dealt.seed, kind, isFaulty, answer, seconds });
}

/** Hands a report to the browser in the language of the window: a page to look at and print, or paper. */
export async function saveReport(kind: "assessment" | "weekly", form: "html" | "pdf"): Promise<void> {
  const language = outgoingLanguages.find((each) => each === displayLanguage()) ?? "en";
  const result = await callHost("measure.report", { kind, form, language });
  if (!result.ok) return fail(result.error);
  const { name, mediaType, base64 } = result.value;
  saveFile(name, mediaType, decodeBase64(base64));
}

export async function saveLog(): Promise<void> {
  const result = await callHost("measure.export", {});
  if (!result.ok) return fail(result.error);
  const text = JSON.stringify(result.value, null, 1);
  saveFile(`measures-${result.value.asOf}.json`, "application/json", text);
}

/** What was shown belongs to one workspace. */
export function forgetPilot(): void {
  usePilot.setState(usePilot.getInitialState());
}
