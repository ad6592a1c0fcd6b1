import { describe, expect, test } from "vitest";
import { acceptedThing } from "../../../../../../src-main/pipeline/normalize/delivery/accepted-thing.ts";
import { toldApproval } from "../../../../../../src-main/pipeline/normalize/delivery/told-approval.ts";

const told = (text: string): readonly unknown[] | null => {
  const approval = toldApproval(text);
  return approval === null ? null : [approval.approved, acceptedThing(text, approval)];
};

describe("an acceptance that is given by its name", () => {
  test.each([
    ["We hereby give our acceptance of stage 3, the pump house.", "stage 3"],
    ["Hiermit erteilen wir die Abnahme für Abschnitt 2.", "Abschnitt 2"],
    ["Je prononce la recette du lot 4 sans réserve.", "lot 4"],
    ["Damos nuestra conformidad a la fase 1.", "fase 1"],
    ["Diamo il benestare alla fase 2.", "fase 2"],
    ["Please take this letter as our acceptance of the pump house.", "pump house"],
    ["Bitte nehmen Sie diese Nachricht als unsere Abnahme der Fassade.", "Fassade"],
    ["Merci de prendre ce courriel comme notre approbation de la maquette.", "maquette"],
    ["Por favor, tomen este correo como nuestra aceptación del prototipo.", "prototipo"],
  ])("%s", (text, thing) => {
    expect(told(text)).toEqual([true, thing]);
  });

  test.each([
    ["We are not able to give acceptance of stage 3: two valves leak.", "stage 3"],
    ["Die Abnahme des Abschnitts 2 können wir nicht erteilen.", "Abschnitts 2"],
    ["Nous ne pouvons pas prononcer la recette du lot 4 (portes).", "lot 4"],
    ["Todavía no podemos dar la conformidad a la fase 1.", "fase 1"],
    ["Wij kunnen de oplevering van fase 2 nog niet verlenen.", "fase 2"],
  ])("or withheld: %s", (text, thing) => {
    expect(told(text)).toEqual([false, thing]);
  });

  test.each([
    "The client accepts the second delivery.",
    "Our consultant approved the drawings.",
    "The management accepts the works.",
    "Les travaux ont été réceptionnés sans réserve.",
    "Die Abnahme erfolgte ohne Vorbehalt.",
    "El cliente recibe la obra sin reservas.",
  ])("by who ends like a denial, or as what took place: %s", (text) => {
    expect(toldApproval(text)?.approved).toBe(true);
  });

  test.each([
    "They haven’t accepted the drawings.",
    "We dont accept the drawings.",
    "The buyer does not accept the second delivery because the seals leak.",
    "The owner did not approve the drawings.",
    "We do not yet confirm the handover.",
  ])("or denied by a verb: %s", (text) => {
    expect(toldApproval(text)?.approved).toBe(false);
  });

  test.each([
    "We will give our approval once the tests have run.",
    "Please give us your approval.",
    "Once the tests have run, take this letter as our acceptance of the pump house.",
    "Do not take this letter as our acceptance of the pump house.",
    "The client shall give its acceptance within five days.",
    "There is no approval given to extra work.",
    "No further approval is needed to issue the invoice.",
    "Nicht ohne Ihre Freigabe geben wir die Dateien weiter.",
  ])("says neither where nobody gave it: %s", (text) => {
    expect(told(text)).toBeNull();
  });
});

describe("what was named before its verdict", () => {
  test.each([
    ["We have tested the pump house (stage 2) and accept it.", true, "pump house (stage 2)"],
    ["Wir haben die Fassade geprüft und genehmigen sie.", true, "Fassade geprüft"],
    ["Hemos revisado la fachada norte y la aprobamos.", true, "fachada norte"],
  ])("%s", (text, approved, thing) => {
    expect(told(text)).toEqual([approved, thing]);
  });

  test.each([
    "We are not in a position to sign the pump house off.",
    "Die Fassade können wir so leider noch nicht abnehmen.",
    "No estamos en condiciones de dar por aceptada la fase, no la podemos aceptar.",
  ])("is refused: %s", (text) => {
    expect(toldApproval(text)?.approved).toBe(false);
  });

  test("a yes without objections is none", () => {
    expect(toldApproval("We have no objections and accept the pump house.")?.approved).toBe(true);
  });
});
