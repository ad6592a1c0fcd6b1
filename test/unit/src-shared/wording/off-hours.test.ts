import { describe, expect, it } from "vitest";
import { wordingOf } from "../../../../src-shared/wording/index.ts";

const shiftsOf = (text: string): string => wordingOf(text).shifts.join(" ");

describe("hours of the day and the week, in seven languages", () => {
  it.each([
    [
      "Saturday labor",
      ["Samstagsarbeit am Samstag", "le samedi", "los sábados", "di sabato", "op zaterdag", "Saturdays"],
    ],
    ["Sunday labor", ["an Sonntagen", "le dimanche", "domingos", "la domenica", "op zondag", "Sundays"]],
    ["Evening work", ["abends", "le soir", "servizio serale", "'s avonds", "evenings"]],
    ["Emergency call", ["Notdienst", "urgence", "emergencia", "emergenza", "noodgeval"]],
    [
      "after hours",
      [
        "outside office hours",
        "außerhalb der Geschäftszeiten",
        "hors horaires",
        "fuera de horario",
        "Chiamata fuori orario",
        "Fuori da tale orario",
        "fora de horas",
        "buiten kantooruren",
      ],
    ],
  ])("%s", (english, others) => {
    for (const other of others) expect(shiftsOf(other)).toBe(shiftsOf(english));
    expect(shiftsOf(english)).not.toBe("");
  });

  it.each([
    "Einsätze außerhalb der Wartung",
    "Hours outside the scope",
    "Fuori Milano",
    "Guardia de seguridad",
  ])("nothing of the kind in %s", (text) => {
    expect(shiftsOf(text)).toBe("");
  });
});
