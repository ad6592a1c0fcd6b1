import { create } from "zustand";
import type { CallError } from "../../src-shared/api/contract.ts";
import type {
  CheckId,
  Policy,
  ReplayedApproval,
  RuleTrial,
  Tolerance,
  ToleranceRule,
} from "../../src-shared/model/index.ts";
import { isDecimalText } from "../../src-shared/money/index.ts";
import { say } from "../locale/say.ts";
import { runJob } from "./jobs.ts";
import { changePolicy, usePolicy } from "./policy.ts";
import { showToast } from "./toasts.ts";

export const toleranceFields = ["percent", "floor", "cap"] as const;
export type ToleranceField = (typeof toleranceFields)[number];
export type ToleranceSide = "over" | "under";

/** A tolerance as it is typed; an empty text allows nothing. */
export interface TypedTolerance {
  readonly check: CheckId;
  readonly scope: ToleranceRule["scope"];
  readonly over: Readonly<Record<ToleranceField, string>>;
  readonly under: Readonly<Record<ToleranceField, string>>;
}

interface Lab {
  /** `null` until something is changed: then the tolerances of the policy are shown. */
  readonly typed: readonly TypedTolerance[] | null;
  readonly without: readonly CheckId[];
  readonly trial: RuleTrial | null;
  readonly replayed: readonly ReplayedApproval[] | null;
  readonly busy: boolean;
  readonly problem: string | null;
}

const nothing: Lab = {
  typed: null,
  without: [],
  trial: null,
  replayed: null,
  busy: false,
  problem: null,
};

/** What is tried, and what came of it. Nothing here counts until it is switched on. */
export const useLab = create<Lab>(() => nothing);

export function forgetLab(): void {
  useLab.setState(nothing);
}

const noText = { percent: "", floor: "", cap: "" } as const;

/** The tolerances on the screen: those that were typed, else those of the policy. */
export function typedTolerances(lab: Pick<Lab, "typed">, policy: Policy | null): readonly TypedTolerance[] {
  return lab.typed ?? (policy?.tolerances ?? []).map(typedOf);
}

const typedOf = ({ check, scope, over, under }: ToleranceRule): TypedTolerance => ({
  check,
  scope,
  over: { ...noText, ...over },
  under: { ...noText, ...under },
});

const currentTyped = (): readonly TypedTolerance[] =>
  typedTolerances(useLab.getState(), usePolicy.getState().policy);

/** What came of the former try says nothing about the next one. */
const retype = (typed: readonly TypedTolerance[]): void =>
  useLab.setState({ typed, trial: null, problem: null });

export function addTolerance(check: CheckId): void {
  retype([...currentTyped(), { check, scope: {}, over: noText, under: noText }]);
}

/** Begins a trial of one check: with a tolerance to fill in, or without the check. */
export function openTrial(check: CheckId, kind: "tolerance" | "left-out"): void {
  if (kind === "left-out") return leaveOut(check);
  if (!currentTyped().some((each) => each.check === check)) addTolerance(check);
}

export function changeTolerance(at: number, change: Partial<TypedTolerance>): void {
  retype(currentTyped().map((each, index) => (index === at ? { ...each, ...change } : each)));
}

export function removeTolerance(at: number): void {
  retype(currentTyped().filter((_each, index) => index !== at));
}

export function leaveOut(check: CheckId): void {
  useLab.setState(({ without }) => ({ without: [...new Set([...without, check])], trial: null }));
}

export function putBack(check: CheckId): void {
  useLab.setState(({ without }) => ({ without: without.filter((each) => each !== check), trial: null }));
}

/** The rules that were typed, or the first text that is no number of zero or more. */
export function readTolerances(
  typed: readonly TypedTolerance[],
): { readonly rules: readonly ToleranceRule[] } | { readonly fault: string } {
  const rules: ToleranceRule[] = [];
  for (const { check, scope, over, under } of typed) {
    const sides: { over?: Tolerance; under?: Tolerance } = {};
    for (const [side, texts] of [
      ["over", over],
      ["under", under],
    ] as const) {
      const filled = toleranceFields.map((field) => [field, texts[field].trim()] as const);
      const fault = filled.find(([, text]) => text !== "" && !isAllowed(text));
      if (fault !== undefined) return { fault: fault[1] };
      const values = filled.filter(([, text]) => text !== "");
      if (values.length > 0) sides[side] = Object.fromEntries(values) as Tolerance;
    }
    rules.push({ check, scope, ...sides });
  }
  return { rules };
}

const isAllowed = (text: string): boolean => isDecimalText(text) && !text.startsWith("-");

/** Whether there is anything to try: other tolerances than those that count, or a check less. */
export function hasTrial(lab: Pick<Lab, "typed" | "without">, policy: Policy | null): boolean {
  if (lab.without.length > 0) return true;
  return (
    lab.typed !== null &&
    JSON.stringify(lab.typed) !== JSON.stringify((policy?.tolerances ?? []).map(typedOf))
  );
}

/** Tries what is typed on the history of the workspace. */
export async function compareRules(): Promise<void> {
  const read = readTolerances(currentTyped());
  if ("fault" in read) return useLab.setState({ problem: say("lab.notDecimal") });
  const { without } = useLab.getState();
  useLab.setState({ busy: true, problem: null, trial: null });
  const former = usePolicy.getState().policy?.tolerances ?? [];
  const result = await runJob(
    say("lab.comparing"),
    "rules.try",
    { tolerances: [...read.rules, ...emptied(former, read.rules)], without: [...without] },
    null,
  );
  if (result.ok) useLab.setState({ busy: false, trial: result.value });
  else fail(result.error);
}

const placeOf = ({ check, scope }: ToleranceRule): string =>
  [check, scope.line ?? "", scope.agreement ?? "", scope.customer ?? ""].join("\n");

/** A tolerance that was taken away is tried as one that allows nothing. */
function emptied(former: readonly ToleranceRule[], kept: readonly ToleranceRule[]): readonly ToleranceRule[] {
  const places = new Set(kept.map(placeOf));
  return former
    .filter((rule) => !places.has(placeOf(rule)))
    .map(({ check, scope }) => ({
      check,
      scope,
      over: { percent: "0" as never },
      under: { percent: "0" as never },
    }));
}

/** Makes the tried tolerances count from here on, as a step of the history with its reason. */
export async function switchOn(reason: string): Promise<void> {
  const read = readTolerances(currentTyped());
  if ("fault" in read) return useLab.setState({ problem: say("lab.notDecimal") });
  const former = usePolicy.getState().policy?.tolerances ?? [];
  useLab.setState({ busy: true });
  const isKept = await changePolicy({ tolerances: read.rules }, reason);
  if (!isKept) {
    useLab.setState({ busy: false, problem: usePolicy.getState().error?.message ?? null });
    return;
  }
  useLab.setState({ busy: false, typed: null, trial: null, problem: null });
  showToast({
    tone: "done",
    text: say("lab.switched"),
    action: {
      label: say("lab.takeBack"),
      run: () => void changePolicy({ tolerances: former }, say("lab.tookBack", { reason })),
    },
  });
}

/** Computes every approval again from what was there before it. */
export async function replayApprovals(): Promise<void> {
  useLab.setState({ busy: true, problem: null });
  const result = await runJob(say("lab.replaying"), "decisions.replay", {}, () => void replayApprovals());
  if (result.ok) useLab.setState({ busy: false, replayed: result.value });
  else fail(result.error);
}

const fail = (error: CallError): void => useLab.setState({ busy: false, problem: error.message });
