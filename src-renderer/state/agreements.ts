import { create } from "zustand";
import type { CallError, InputOf } from "../../src-shared/api/contract.ts";
import type { Agreement, Term } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";
import { showToast } from "./toasts.ts";

interface Agreements {
  readonly list: readonly Agreement[] | null;
  readonly error: CallError | null;
  readonly agreementId: string | null;
  readonly termId: string | null;
  /** The term whose value is being edited. */
  readonly editing: string | null;
}

/** Agreements with their terms; a term binds once a person has confirmed it. */
export const useAgreements = create<Agreements>(() => ({
  list: null,
  error: null,
  agreementId: null,
  termId: null,
  editing: null,
}));

export async function loadAgreements(): Promise<void> {
  const result = await callHost("agreements.list", {});
  if (!result.ok) {
    useAgreements.setState({ error: result.error });
    return;
  }
  const list = result.value;
  useAgreements.setState((state) => {
    const agreement = list.find((each) => each.id === state.agreementId) ?? list[0];
    const term = agreement?.terms.find((each) => each.id === state.termId) ?? agreement?.terms[0];
    return { list, error: null, agreementId: agreement?.id ?? null, termId: term?.id ?? null };
  });
}

export function openAgreement(agreementId: string, termId: string | null = null): void {
  const agreement = useAgreements.getState().list?.find((each) => each.id === agreementId);
  const first = agreement?.terms.find((term) => term.status === "proposed") ?? agreement?.terms[0];
  useAgreements.setState({ agreementId, termId: termId ?? first?.id ?? null, editing: null });
}

export function selectTerm(termId: string): void {
  useAgreements.setState({ termId, editing: null });
}

export function editTerm(termId: string | null): void {
  useAgreements.setState({ editing: termId });
}

export function activeAgreement(): Agreement | null {
  const { list, agreementId } = useAgreements.getState();
  return list?.find((agreement) => agreement.id === agreementId) ?? null;
}

export function activeTerm(): Term | null {
  const { termId } = useAgreements.getState();
  return activeAgreement()?.terms.find((term) => term.id === termId) ?? null;
}

export function moveTerm(step: number): void {
  const terms = activeAgreement()?.terms ?? [];
  const at = terms.findIndex((term) => term.id === useAgreements.getState().termId);
  const next = terms[Math.min(terms.length - 1, Math.max(0, at + step))];
  if (next !== undefined) selectTerm(next.id);
}

export function moveAgreement(step: number): void {
  const { list, agreementId } = useAgreements.getState();
  const at = list?.findIndex((agreement) => agreement.id === agreementId) ?? -1;
  const next = list?.[Math.min(list.length - 1, Math.max(0, at + step))];
  if (next !== undefined) openAgreement(next.id);
}

/** Goes to the next term that nobody has judged, in this agreement or the ones after it. */
export function moveToUnjudged(): void {
  const { list, agreementId, termId } = useAgreements.getState();
  if (list === null) return;
  const all = list.flatMap((agreement) => agreement.terms.map((term) => ({ agreement, term })));
  const at = all.findIndex(({ agreement, term }) => agreement.id === agreementId && term.id === termId);
  const next = [...all.slice(at + 1), ...all.slice(0, at)].find(({ term }) => term.status === "proposed");
  if (next !== undefined) openAgreement(next.agreement.id, next.term.id);
}

/** Confirms terms as one step, then goes on to the next one in question. */
export async function confirmTerms(termIds: readonly string[]): Promise<void> {
  if (termIds.length === 0) return;
  const result = await callHost("terms.confirm", { termIds: [...termIds] });
  if (!result.ok) return showFailure(result.error);
  announceReceipt(result.value, say("terms.confirmed", { count: result.value.applied.length }));
  await loadAgreements();
  moveToUnjudged();
}

export async function rejectTerms(termIds: readonly string[]): Promise<void> {
  if (termIds.length === 0) return;
  const result = await callHost("terms.reject", { termIds: [...termIds], reason: null });
  if (!result.ok) return showFailure(result.error);
  announceReceipt(result.value, say("terms.rejected", { count: result.value.applied.length }));
  await loadAgreements();
  moveToUnjudged();
}

/** Stores an edited term; answers with the failure to show beside the editor, or `null`. */
export async function storeTerm(input: InputOf<"terms.edit">): Promise<CallError | null> {
  const result = await callHost("terms.edit", input);
  if (!result.ok) return result.error;
  const [refusal] = result.value.refused;
  if (refusal !== undefined) return { code: "terms/refused", message: refusal.because };
  announceReceipt(result.value, say("terms.edited"));
  editTerm(null);
  await loadAgreements();
  return null;
}

const showFailure = (error: CallError): void =>
  showToast({ tone: "failed", text: error.message, action: null });
