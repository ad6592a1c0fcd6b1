import { describe, expect, test } from "vitest";
import { confirmedStage } from "../../../../../../src-main/pipeline/normalize/delivery/confirmed-stage.ts";
import { toldApproval } from "../../../../../../src-main/pipeline/normalize/delivery/told-approval.ts";

const stageOf = (text: string): string | null => {
  const told = toldApproval(text);
  return told === null ? null : confirmedStage(text, told);
};

describe("a stage that a mail calls reached", () => {
  test.each([
    ["We are happy with the drawings and confirm stage 3 as complete.", "stage 3"],
    ["We confirm completion of phase 2.", "phase 2"],
    ["Hiermit bestätigen wir den Abschluss der Phase 4.", "Phase 4"],
    ["I confirm milestone III is completed.", "milestone III"],
    ["Confirmamos que la fase 2 está terminada.", "fase 2"],
    ["We confirm stage no. 3 as complete.", "stage no. 3"],
  ])("%s", (text, stage) => {
    expect(stageOf(text)).toBe(stage);
  });

  test.each([
    "I confirm receipt of the drawings for stage 3.",
    "We confirm our order of 12 May.",
    "Can you confirm that stage 3 is complete?",
    "We cannot confirm stage 3 as complete.",
    "We confirm stages 3 and 4 are discussed on Monday.",
    "I confirm stage 3 is not complete yet.",
    "We confirm stage 3 isn't complete.",
    "Wir bestätigen, dass Abschnitt 3 noch nicht fertig ist.",
    "Happy to confirm that stage 3 is nearly complete.",
    "We confirm that stage 3 will be complete by Friday.",
    "We confirm stage 3 may be invoiced once complete.",
    "We confirm that you can start stage 4 when stage 3 is done.",
    "We confirm receipt of your mail about the completion of stage 3.",
    "I confirm the appointment for the completion inspection of stage 3.",
  ])("none: %s", (text) => {
    expect(stageOf(text)).toBeNull();
  });
});
