import { isUtf8 } from "node:buffer";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findTarget, type ExportInput } from "../../../src-main/pipeline/export/index.ts";
import type { BatchId, ExportFile } from "../../../src-shared/model/index.ts";
import { hashText } from "../../builders/billing-documents.ts";
import { paperFonts } from "../../builders/paper-fonts.ts";
import { saleInvoice, type SaleSpec } from "../../builders/sale-invoice.ts";

const root = import.meta.dirname;
const folders = (path: string): readonly string[] =>
  readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());

interface ExportCase {
  readonly sales: readonly SaleSpec[];
  readonly options?: Readonly<Record<string, string>>;
}

const inputOf = (folder: string): ExportInput => {
  const input = JSON.parse(readFileSync(join(folder, "input.json"), "utf8")) as ExportCase;
  return {
    batchId: "bat-7f3a91" as BatchId,
    invoices: input.sales.map((sale, index) => saleInvoice(sale, index + 1)),
    options: input.options ?? {},
    fonts: paperFonts,
    hash: hashText,
  };
};

/** Text that is not UTF-8 is kept as Windows-1252 bytes; a container as a listing of what is in it. */
const expectBytes = async (folder: string, file: ExportFile): Promise<void> => {
  const path = join(folder, file.name);
  if (isZip(file.bytes)) {
    const parts = Object.entries(unzipSync(file.bytes)).map(
      ([name, bytes]) => `== ${name}\n${new TextDecoder().decode(bytes)}\n`,
    );
    await expect(parts.join("")).toMatchFileSnapshot(`${path}.parts.txt`);
    return;
  }
  if (isUtf8(file.bytes)) {
    await expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes)).toMatchFileSnapshot(path);
    return;
  }
  // The runner's own snapshots are UTF-8 only.
  if (!existsSync(path) || process.env["UPDATE_BYTES"] === "yes") writeFileSync(path, file.bytes);
  expect(Buffer.from(file.bytes).toString("latin1")).toBe(readFileSync(path).toString("latin1"));
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

for (const id of folders(root)) {
  describe(id, () => {
    for (const name of folders(join(root, id))) {
      it(name.replaceAll("-", " "), async () => {
        const folder = join(root, id, name);
        const target = findTarget(id);
        expect(target, `no target ${id}`).toBeDefined();
        if (target === undefined) return;
        const input = inputOf(folder);
        const plan = target.plan(input);
        await expect(`${JSON.stringify(plan, null, 2)}\n`).toMatchFileSnapshot(join(folder, "plan.json"));
        const files = target.write(plan, input);
        expect(files.map((file) => file.name)).toEqual(plan.files.map((file) => file.name));
        for (const file of files) await expectBytes(folder, file);
        const reversed = { ...input, invoices: [...input.invoices].reverse() };
        expect(target.write(target.plan(reversed), reversed), "order of picking changes the bytes").toEqual(
          files,
        );
      });
    }
  });
}
