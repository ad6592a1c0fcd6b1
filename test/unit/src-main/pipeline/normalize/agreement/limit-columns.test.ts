import { expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

test("a column of limits gives each row its own, and no price", () => {
  const table = `| Stage | Not-to-exceed amount |
|---|---|
| Site survey | $12,000.00 |
| Detailed design | $28,500.00 |`;
  expect(valuesOf("cap", table)).toMatchObject([
    { amount: "12000.00", scope: "phase", item: "Site survey" },
    { amount: "28500.00", scope: "phase", item: "Detailed design" },
  ]);
  expect(termsOf(table).map(({ type }) => type)).not.toContain("rate");
});

test("prices beside it stay prices", () => {
  const table = `| Leistung | Stundensatz | Höchstbetrag |
|---|---|---|
| Montage | 62,00 EUR | 9.500,00 EUR |
| Planung | 88,00 EUR | 4.000,00 EUR |`;
  expect(valuesOf("cap", table)).toMatchObject([
    { amount: "9500.00", item: "Montage" },
    { amount: "4000.00", item: "Planung" },
  ]);
  expect(valuesOf("rate", table)).toMatchObject([{ price: "62.00" }, { price: "88.00" }]);
});

test("words of a limit are no thing that it limits", () => {
  const clause =
    "Les interventions sont facturées au taux horaire de 85,00 € HT, dans la limite de 40 heures par mois.";
  const [value] = valuesOf("cap", clause);
  expect(value).toMatchObject({ quantity: "40", unit: "hour", scope: "month" });
  expect(value).not.toHaveProperty("item");
});
