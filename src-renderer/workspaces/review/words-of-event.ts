import type { DecisionEvent } from "../../../src-shared/model/index.ts";
import { nameOfField } from "../../locale/code-words.ts";
import { formatDate } from "../../locale/display.ts";
import { sayStep } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";

/** What an event of a case says: one line, and the words that a person gave with it. */
export function saysOf({ action, label }: DecisionEvent): {
  readonly headline: string;
  readonly text: string | null;
} {
  switch (action.type) {
    case "comment-added":
      return { headline: say("talk.commented"), text: action.text };
    case "question-asked":
      return {
        headline:
          action.until === null
            ? say("talk.asked", { to: action.to })
            : say("talk.askedUntil", { to: action.to, until: formatDate(action.until) }),
        text: action.text,
      };
    case "question-sealed":
      return { headline: say("talk.sealed"), text: null };
    case "answer-received":
      return { headline: say("talk.answered", { from: action.from }), text: action.text };
    case "invoice-escalated":
      return { headline: say("talk.escalated", { role: action.role }), text: action.note };
    case "invoice-postponed":
      return { headline: say("talk.postponed", { until: formatDate(action.until) }), text: action.note };
    case "invoice-sent-back":
      return { headline: say("talk.sentBack"), text: action.note };
    case "invoice-approved":
      return { headline: say("talk.approved"), text: action.reason };
    case "finding-dismissed":
      return { headline: say("talk.dismissed"), text: action.reason };
    case "value-corrected":
      return {
        headline: say("talk.corrected", {
          field: nameOfField(action.correction.field),
          value: action.correction.value ?? say("value.notPrinted"),
        }),
        text: null,
      };
    default:
      return { headline: sayStep(label), text: null };
  }
}
