import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const kindOf = async (name: string, text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  return normalizeDocument(await readBytes(name, bytes), importedFile(name, bytes), context).kind;
};

describe("hours under days", () => {
  it.each([
    "Stundennachweis KW 14/2026\nBestellung 4711\nMitarbeiter;Rolle;30.03.;31.03.;01.04.;02.04.;Summe\nT. Brandt;Monteur;8;8;7,5;8;31,5\nS. Korn;Helfer;8;8;8;8;32\nStatus: freigegeben - J. Falk, 07.04.2026\n",
    "PO 88123\nName;Mon;Tue;Wed;Thu;Fri;Total\nA. Reyes;8;8;8;7;8;39\nB. Stone;8;8;8;8;8;40\n",
    "Opdracht 5512\nMedewerker;Functie;25-05;26-05;27-05;Totaal\nJ. Vos;monteur;8;8;4;20\nK. Bos;monteur;8;8;8;24\n",
  ])("are a timesheet, whatever order stands above them: %#", async (text) => {
    expect(await kindOf("week.csv", text)).toBe("timesheet");
  });

  it.each([
    "Price list\nItem;1-5;6-10;11-20\nPallet box;14,80;13,90;12,50\nEuro pallet;9,40;8,80;8,10\n",
    "Delivered meals\nItem;Mon;Tue;Wed;Thu\nLunch box;140;132;128;150\nSoup;90;88;72;94\n",
  ])("are not what goods cost or how many were brought: %#", async (text) => {
    expect(await kindOf("list.csv", text)).not.toBe("timesheet");
  });
});

describe("an invoice written into a mail", () => {
  const head =
    "From: Jo Nairn <jo@nairn.example>\nTo: Ana Peel <ana@peel.example>\nDate: Mon, 04 May 2026 09:00:00 +0100\n";

  it("is an invoice", async () => {
    const text = `${head}Subject: Invoice JN-2611\nContent-Type: text/plain; charset=utf-8\n\nInvoice no: JN-2611\nInvoice date: 4 May 2026\n\nDescription | Qty | Rate | Amount\nEditing | 10 | 40.00 | 400.00\n\nTotal due GBP 400.00 by 18 May 2026\nSort code 20-00-00 account no 12345678\n`;
    expect(await kindOf("bill.eml", text)).toBe("invoice");
  });

  it("is none where the mail only speaks of one", async () => {
    const text = `${head}Subject: your invoice\nContent-Type: text/plain; charset=utf-8\n\nHello Ana, did you get my invoice? Please pay it by Friday.\nJo\n`;
    expect(await kindOf("ask.eml", text)).toBe("message");
  });
});
