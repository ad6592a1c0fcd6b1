import { afterEach, describe, expect, test } from "vitest";
import { frenchProblems } from "../../../../src-renderer/locale/catalogues/problems-fr.ts";
import { germanProblems } from "../../../../src-renderer/locale/catalogues/problems-de.ts";
import { frenchSteps } from "../../../../src-renderer/locale/catalogues/steps-fr.ts";
import { germanSteps } from "../../../../src-renderer/locale/catalogues/steps-de.ts";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";
import { sayProblem, sayStep } from "../../../../src-renderer/locale/say-program.ts";
import { choosePluralInEnglish, english, fillMessage } from "../../../../src-shared/text/index.ts";
import type { Message } from "../../../../src-shared/text/index.ts";

const placesOf = (message: Message | undefined): readonly string[] =>
  [...new Set(JSON.stringify(message).match(/\{[a-zA-Z]+\}/g))].toSorted();
const messagesOf = english as Readonly<Record<string, Message>>;

afterEach(() => loadLanguage("en"));

describe.each([
  ["German", { ...germanSteps, ...germanProblems }],
  ["French", { ...frenchSteps, ...frenchProblems }],
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
