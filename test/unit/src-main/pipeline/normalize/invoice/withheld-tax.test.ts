import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const bill = (...sums: readonly string[]): string => `Iker Mendiola Ruiz
NIF 44551234K
Calle Mayor 3, 26001 Logroño

FACTURA 2026-11
Fecha: 30/04/2026

Cliente: Conservas Ebro, S.L.
CIF B26123457

Concepto                           Uds.     Precio     Importe
Cuota mensual abril                   1     400,00      400,00
Horas de soporte                      5      40,00      200,00

${sums.map((sum) => " ".repeat(34) + sum).join("\n")}
`;

describe("tax that the customer withholds", () => {
  it("lies between the net total with tax and what is left to pay", async () => {
    const { net, tax, gross, payable } = await readTyped(
      bill(
        "Base imponible      600,00",
        "IVA 21%             126,00",
        "IRPF 15%            -90,00",
        "Total a pagar       636,00",
      ),
    );
    expect([net?.value, tax?.value, gross, payable?.value]).toEqual(["600.00", "126.00", null, "636.00"]);
    expect(net?.contradictions ?? []).toEqual([]);
  });

  it("is contradicted where the sums do not close", async () => {
    const { net } = await readTyped(
      bill(
        "Base imponible      600,00",
        "IVA 21%             126,00",
        "IRPF 15%            -90,00",
        "Total a pagar       666,00",
      ),
    );
    expect(net?.contradictions ?? []).not.toEqual([]);
  });
});
