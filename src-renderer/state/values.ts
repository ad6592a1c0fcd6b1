import { create } from "zustand";
import type { Locator } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";
import { useReview } from "./review.ts";

/** Words that were pointed at in the invoice while a value is corrected. */
export interface Picked {
  readonly quote: string;
  readonly at: Locator;
}

interface Values {
  /** The value under the focus or the pointer; its place is marked in the document. */
  readonly shown: string | null;
  /** The value that is being corrected. */
  readonly editing: string | null;
  /** What stands in its field. */
  readonly typed: string;
  readonly picked: Picked | null;
  readonly error: string | null;
}

const nothing: Values = { shown: null, editing: null, typed: "", picked: null, error: null };

/** The values of the case at hand, and the one that is looked at. */
export const useValues = create<Values>(() => nothing);

export function showValue(field: string | null, scroll: "scroll" | "stay" = "stay"): void {
  if (useValues.getState().shown !== field) useValues.setState({ shown: field });
  if (scroll === "scroll" && field !== null)
    useReview.setState(({ scrollRequest, case: review }) => ({
      scrollRequest: scrollRequest + 1,
      ...(review === null ? {} : { billedDocumentId: review.invoice.documentId }),
    }));
}

/** Opens the field of a value with what stands in it now; `null` closes it. */
export function editValue(field: string | null, typed = "", error: string | null = null): void {
  useValues.setState({ editing: field, typed, picked: null, error });
}

export function typeValue(typed: string): void {
  useValues.setState({ typed });
}

export function pickWords(quote: string, at: Locator): void {
  useValues.setState({ picked: { quote, at }, typed: quote });
}

/** Keeps several corrected values, one after the other; stops at the first that is not taken. Answers how many were. */
export async function correctSeveral(
  values: readonly { readonly field: string; readonly label: string; readonly text: string }[],
): Promise<number> {
  let kept = 0;
  for (const { field, label, text } of values) {
    if (!(await correctValue(field, label, text, null))) {
      editValue(field, text, useValues.getState().error);
      break;
    }
    kept += 1;
  }
  return kept;
}

export function forgetValues(): void {
  useValues.setState(nothing);
}

/** Keeps a corrected value; answers whether it was taken. What does not fit stays in the field, with the reason. */
export async function correctValue(
  field: string,
  label: string,
  value: string | null,
  pointedAt: { readonly quote: string; readonly at: Locator } | null,
): Promise<boolean> {
  const { invoiceId } = useReview.getState();
  if (invoiceId === null) return false;
  const place =
    pointedAt === null ? null : { quote: pointedAt.quote, at: structuredClone(pointedAt.at) as never };
  const result = await callHost("review.correct-value", { invoiceId, field, value, pointedAt: place });
  if (!result.ok) {
    useValues.setState({ error: result.error.message });
    return false;
  }
  useValues.setState({ editing: null, typed: "", picked: null, error: null });
  announceReceipt(result.value, say("value.corrected", { field: label }));
  return true;
}
