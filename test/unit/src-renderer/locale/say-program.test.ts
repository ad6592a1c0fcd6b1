import { afterEach, describe, expect, test } from "vitest";
import { frenchEinvoices } from "../../../../src-renderer/locale/catalogues/einvoice-fr.ts";
import { frenchHandoff } from "../../../../src-renderer/locale/catalogues/handoff-fr.ts";
import { frenchMoney } from "../../../../src-renderer/locale/catalogues/money-fr.ts";
import { frenchProblems } from "../../../../src-renderer/locale/catalogues/problems-fr.ts";
import { frenchReadiness } from "../../../../src-renderer/locale/catalogues/readiness-fr.ts";
import { germanEinvoices } from "../../../../src-renderer/locale/catalogues/einvoice-de.ts";
import { germanHandoff } from "../../../../src-renderer/locale/catalogues/handoff-de.ts";
import { germanMoney } from "../../../../src-renderer/locale/catalogues/money-de.ts";
import { germanProblems } from "../../../../src-renderer/locale/catalogues/problems-de.ts";
import { germanReadiness } from "../../../../src-renderer/locale/catalogues/readiness-de.ts";
import { frenchSteps } from "../../../../src-renderer/locale/catalogues/steps-fr.ts";
import { germanSteps } from "../../../../src-renderer/locale/catalogues/steps-de.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { sayCode, sayProblem, sayStep } from "../../../../src-renderer/locale/say-program.ts";
import { choosePluralInEnglish, english, fillMessage } from "../../../../src-shared/text/index.ts";
import type { Message } from "../../../../src-shared/text/index.ts";
import { einvoiceSentences } from "../../../../src-shared/text/einvoice-messages.ts";

const placesOf = (message: Message | undefined): readonly string[] =>
  [...new Set(JSON.stringify(message).match(/\{[a-zA-Z]+\}/g))].toSorted();
const messagesOf = english as Readonly<Record<string, Message>>;

afterEach(() => loadLanguage("en"));

describe.each([
  [
    "German",
    {
      ...germanSteps,
      ...germanProblems,
      ...germanReadiness,
      ...germanHandoff,
      ...germanMoney,
      ...einvoiceSentences(germanEinvoices),
    },
  ],
  [
    "French",
    {
      ...frenchSteps,
      ...frenchProblems,
      ...frenchReadiness,
      ...frenchHandoff,
      ...frenchMoney,
      ...einvoiceSentences(frenchEinvoices),
    },
  ],
])("%s", (_name, program) => {
  test("has the places of every sentence of the program, and says it otherwise than English", () => {
    for (const [code, message] of Object.entries(program)) {
      expect(placesOf(message), code).toEqual(placesOf(messagesOf[code]));
      expect(message, code).not.toEqual(messagesOf[code]);
    }
  });
});

test("every step is known by the words that the trail keeps of it, and taken for no other", async () => {
  const facts = {
    count: 3,
    file: "May hours.csv",
    number: "INV-7",
    label: "x",
    month: "2026-05",
    path: "/in",
  };
  await loadLanguage("de");
  for (const [code, own] of Object.entries(germanSteps)) {
    const named = placesOf(own).map((place) => [place.slice(1, -1), "zz"]);
    const filled = { ...Object.fromEntries(named), ...facts };
    for (const count of [1, 3]) {
      const label = fillMessage(messagesOf[code] ?? "", { ...filled, count }, choosePluralInEnglish);
      // Two kinds of drills are written alike.
      expect(sayStep(label), code).toBe(fillMessage(own, { ...filled, count }, choosePluralInEnglish));
    }
  }
  expect(sayStep("Undo: Approve 3 invoices")).toBe("Rückgängig: 3 Rechnungen freigeben");
  expect(sayStep("Correct lines/2/quantity of INV-7")).toBe("Zeile 2: Menge von INV-7 berichtigen");
  expect(sayStep("Something of a later version")).toBe("Something of a later version");
  await loadLanguage("en");
  expect(sayStep("Approve 3 invoices")).toBe("Approve 3 invoices");
});

test("what could not be done is said with its facts; what has no words yet stays English", async () => {
  const locked = { code: "vault/locked-by-other", message: "In English.", facts: { process: 412 } };
  expect(sayProblem(locked)).toBe("In English.");
  await loadLanguage("fr");
  expect(sayProblem(locked)).toBe(
    "Cet espace est ouvert dans un autre Countersign (processus 412). Fermez-le là d’abord.",
  );
  expect(sayProblem({ code: "read/empty-file", message: "" }, "a.pdf")).toContain("« a.pdf » est vide");
  expect(sayProblem({ code: "later/unknown", message: "Said in English." })).toBe("Said in English.");
});

test("what keeps an invoice out of a file is said with figures as the language writes them", async () => {
  const refusal = {
    code: "export/lines-do-not-add-up",
    message: "",
    facts: { number: "1001", lines: "12000.50", net: "12000.00" },
  };
  expect(sayCode(refusal)).toBe(
    "The lines of 1001 add up to 12,000.50, but its net total is 12,000.00. Correct one of them, and approve it again.",
  );
  await loadLanguage("de");
  expect(sayCode(refusal)).toBe(
    "Die Positionen von 1001 ergeben 12.000,50, ihre Nettosumme ist aber 12.000,00. Korrigieren Sie eines davon, und geben Sie sie neu frei.",
  );
  expect(sayCode({ code: "settle/others-fit", message: "", facts: { count: 2 } })).toBe(
    "2 andere Deutungen passen ebenso.",
  );
  await loadLanguage("fr");
  expect(
    sayCode({
      code: "einvoice/BR-S-08",
      message: "",
      facts: { number: "F-7", rule: "BR-S-08", place: "TaxTotal" },
    }),
  ).toBe(
    "F-7 enfreint BR-S-08 (TaxTotal). Taux normal : la base n’est pas ce que donnent ses lignes, remises et majorations.",
  );
  await loadLanguage("en");
});
