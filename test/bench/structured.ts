import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { normalizeDocument } from "../../src-main/pipeline/normalize/index.ts";
import { detectMediaType, documentIdFor } from "../../src-main/pipeline/import/index.ts";
import { readFile } from "../../src-main/pipeline/read/index.ts";
import type { ImportedFile } from "../../src-shared/model/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import { duel, solo } from "./duel.ts";
import { perSecond, type BenchResult } from "./result.ts";
import { linesPerInvoice, writeInvoices } from "./ubl-invoices.ts";

const parsedFiles = 2_000;

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash,
};

const fileOf = (path: string, bytes: Uint8Array): ImportedFile => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    id: documentIdFor(sha256, path, hash),
    path,
    name: path,
    sha256,
    sizeBytes: bytes.length,
    mediaType: detectMediaType(path, bytes.subarray(0, 65_536)),
    copyOf: null,
  };
};

/** Reading and understanding against a parser that only says whether the markup is well-formed. */
async function benchParsing(folder: string, rounds: number): Promise<BenchResult> {
  const paths = writeInvoices(join(folder, "parsed"), parsedFiles);
  const tools = { loadAsset: () => Promise.reject(new Error("No PDF is read here")) };
  const readOurs = async (): Promise<void> => {
    for (const path of paths) {
      const bytes = new Uint8Array(readFileSync(path));
      const file = fileOf(path, bytes);
      const document = await readFile(file, bytes, tools, new AbortController().signal);
      const [first] = normalizeDocument(document, file, context).invoices;
      if (first?.lines.length !== linesPerInvoice) throw new Error(`${path} was not read whole`);
    }
  };
  const result = {
    id: "ubl-invoices",
    title: "UBL invoices, read and understood",
    work: `${parsedFiles} invoices of ${linesPerInvoice} lines`,
  };
  if (spawnSync("xmllint", ["--version"], { stdio: "ignore" }).error !== undefined) {
    const ours = await solo(readOurs, rounds);
    const reference = "xmllint --noout (not on this machine: install libxml2-utils)";
    return { ...result, reference, ours, shown: perSecond(parsedFiles, ours, "invoices") };
  }
  const readTheirs = (): void => {
    execFileSync("xmllint", ["--noout", ...paths], { stdio: "ignore" });
  };
  const { ours, reference, ratio } = await duel(readOurs, readTheirs, rounds);
  return {
    ...result,
    reference: "xmllint --noout",
    ours,
    theirs: reference,
    ratio,
    shown: perSecond(parsedFiles, ours, "invoices"),
    shownReference: perSecond(parsedFiles, reference, "invoices"),
  };
}

/** Structured invoices: reading and understanding them against a parser that only says whether they are well-formed. */
export async function benchStructured(rounds: number): Promise<readonly BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  try {
    return [await benchParsing(folder, rounds)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
