import { describe, expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice, NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

async function read(name: string, text: string): Promise<NormalizedDocument> {
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context);
}
const heads = ({ number, issueDate, seller, buyer, net, tax, gross }: Invoice): readonly unknown[] => [
  number?.value,
  issueDate?.value,
  seller?.name,
  buyer?.name,
  net?.value,
  tax?.value,
  gross?.value,
];

describe("a bill as rows of values", () => {
  test("with its title, its heads and its items in one CSV is one bill, though its items name delivery notes", async () => {
    const text = [
      "FACTURA;F26-0318",
      "Fecha de factura;05/11/2026",
      "Vencimiento;05/12/2026",
      "Emisor;Huertas Almenara, S.L.",
      "NIF emisor;B04219739",
      "Cliente;Residencias Levante, S.A.",
      "NIF cliente;A03655180",
      "Moneda;EUR",
      "",
      "Línea;Fecha albarán;Concepto;Cantidad kg;Precio €/kg;Importe",
      "1;06/10/2026;Albarán A-107 Naranja;120;1,15;138,00",
      "2;06/10/2026;Albarán A-107 Patata;200;0,62;124,00",
      "3;13/10/2026;Albarán A-119 Tomate;80;1,48;118,40",
      "",
      "Base imponible;380,40",
      "IVA 4 %;15,22",
      "Total factura;395,62",
    ].join("\n");
    const { kind, invoices, deliveries } = await read("F26-0318.csv", text);
    expect([kind, invoices.length, deliveries.length]).toEqual(["invoice", 1, 0]);
    expect(invoices.flatMap(heads)).toEqual([
      "F26-0318",
      "2026-11-05",
      "Huertas Almenara, S.L.",
      "Residencias Levante, S.A.",
      "380.40",
      "15.22",
      "395.62",
    ]);
    expect(invoices[0]?.lines.map(({ quantity, net }) => [quantity?.value, net?.value])).toEqual([
      ["120", "138.00"],
      ["200", "124.00"],
      ["80", "118.40"],
    ]);
  });

  test("in JSON that says what it is has its number and its day under plain names", async () => {
    const json = {
      type: "Tax Invoice",
      number: "WA-20417",
      date: "2026-11-03",
      due: "2026-11-17",
      from: { name: "Wagtail Alarm Monitoring Pty Ltd", abn: "30 004 567 123" },
      to: { name: "Jarrah Cold Stores Pty Ltd", abn: "85 006 120 458" },
      currency: "AUD",
      lines: [
        { description: "Monitoring of four sites", qty: 1, unit_price: "640.00", total_ex_gst: "640.00" },
        { description: "Guard attendance, night", qty: 3, unit_price: "142.50", total_ex_gst: "427.50" },
      ],
      total_ex_gst: "1067.50",
      gst_rate: 10,
      gst: "106.75",
      total_inc_gst: "1174.25",
    };
    const { kind, invoices } = await read("WA-20417.json", JSON.stringify(json));
    expect([kind, invoices.length]).toEqual(["invoice", 1]);
    expect(invoices.flatMap(heads)).toEqual([
      "WA-20417",
      "2026-11-03",
      "Wagtail Alarm Monitoring Pty Ltd",
      "Jarrah Cold Stores Pty Ltd",
      "1067.50",
      "106.75",
      "1174.25",
    ]);
    expect(invoices[0]?.lines.map(({ net }) => net?.value)).toEqual(["640.00", "427.50"]);
  });

  test("a list of delivery notes stays one, whatever its file is called", async () => {
    const text =
      "Fecha;Albarán;Producto;Cantidad kg\n06/10/2026;A-107;Naranja;120\n13/10/2026;A-119;Tomate;80\n";
    expect((await read("factura octubre.csv", text)).kind).toBe("delivery");
  });
});
