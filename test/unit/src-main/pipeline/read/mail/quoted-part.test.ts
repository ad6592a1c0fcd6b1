import { describe, expect, test } from "vitest";
import { quoteStart } from "../../../../../../src-main/pipeline/read/mail/quoted-part.ts";

const own = "We accept the price of 80.00.\n\n";

describe("an older message starts", () => {
  test.each([
    ["en", "On Tue, 3 Mar 2026 at 10:22, Ana <ana@harbor.example> wrote:"],
    ["de", "Am 03.03.2026 um 10:22 schrieb Ana <ana@harbor.example>:"],
    ["fr", "Le mar. 3 mars 2026 à 10:22, Ana <ana@harbor.example> a écrit :"],
    ["nl", "Op di 3 mrt 2026 om 10:22 schreef Ana <ana@harbor.example>:"],
    ["es", "El mar, 3 mar 2026 a las 10:22, Ana (<ana@harbor.example>) escribió:"],
    ["it", "Il giorno mar 3 mar 2026 alle ore 10:22 Ana <ana@harbor.example> ha scritto:"],
    ["pt", "Em ter., 3 de mar. de 2026 às 10:22, Ana <ana@harbor.example> escreveu:"],
    ["wrapped", "On Tue, 3 Mar 2026 at 10:22, Ana of Harbor Retail\n<ana@harbor.example> wrote:"],
    ["marked", "> 90.00 per hour"],
    ["separator", "-----Ursprüngliche Nachricht-----"],
    ["head de", "Von: Ana\nGesendet: Dienstag\nAn: Jo\nBetreff: Preise"],
    ["head fr", "De : Ana\nEnvoyé : mardi\nÀ : Jo\nObjet : prix"],
    ["head pt", "De: Ana\nEnviado: terça\nPara: Jo\nAssunto: preços"],
  ])("in %s", (_language, start) => {
    expect(quoteStart(`${own}${start}\nold words\n`)).toBe(own.length);
  });
});

test.each([
  "On Monday we start the work.\nThe rate is 80.00.",
  "From: our side all is agreed.\nPlease proceed.",
  "Le prix est de 80,00 par heure.",
  "Op maandag beginnen we.",
])("own words are not taken for a quote: %s", (text) => {
  expect(quoteStart(text)).toBeNull();
});
