import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTarget, type ExportInput } from "../../../src-main/pipeline/export/index.ts";
import type { BatchId } from "../../../src-shared/model/index.ts";
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
  };
};

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
        for (const file of files) {
          await expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes)).toMatchFileSnapshot(
            join(folder, file.name),
          );
        }
        const reversed = { ...input, invoices: [...input.invoices].reverse() };
        expect(target.write(target.plan(reversed), reversed), "order of picking changes the bytes").toEqual(
          files,
        );
      });
    }
  });
}
