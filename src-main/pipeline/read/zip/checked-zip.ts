import { Inflate } from "fflate";
import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import {
  maximumUnzippedBytes,
  maximumZipEntries,
  maximumZipRatio,
  zipRatioCheckedFromBytes,
} from "../limits.ts";

/** A file of an archive. `name` has been checked: relative, without `..`, unique in any case. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  /** Unpacks with a running count; the archive's promised size is not believed. */
  readonly unpack: () => Result<Uint8Array, Problem>;
}

/** An archive whose index was checked before anything was unpacked. */
export interface CheckedZip {
  readonly entries: readonly ZipEntry[];
  readonly find: (name: string) => ZipEntry | null;
}

interface IndexRecord {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
}

const endOfIndex = 0x06054b50;
const indexRecord = 0x02014b50;
const localRecord = 0x04034b50;
const inputStep = 16 * 1024;

/** Opens an archive: entry count, names, sizes, ratios and overlaps are checked against the caps. */
export function openZip(bytes: Uint8Array): Result<CheckedZip, Problem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return err({ code: "read/zip-damaged" });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    return err({ code: "read/zip-unsupported", facts: { kind: "zip64" } });
  if (count > maximumZipEntries) return err({ code: "read/zip-bomb", facts: { entries: count } });
  if (start + size > end) return err({ code: "read/zip-damaged" });
  const records: IndexRecord[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const record = readRecord(bytes, view, at, end);
    if (!record.ok) return record;
    records.push(record.value.record);
    at = record.value.next;
  }
  const problem = checkRecords(records);
  if (problem !== null) return err(problem);
  // Many small entries that swell are one large one.
  const unpackedBytes = records.reduce((sum, record) => sum + record.unpacked, 0);
  if (unpackedBytes > zipRatioCheckedFromBytes && unpackedBytes > bytes.length * maximumZipRatio)
    return err({ code: "read/zip-bomb" });
  const budget = { left: maximumUnzippedBytes };
  const entries = records
    .filter((record) => !record.name.endsWith("/"))
    .map((record): ZipEntry => ({
      name: record.name,
      bytes: record.unpacked,
      unpack: () => unpack(bytes, record, budget),
    }));
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return ok({ entries, find: (name) => byName.get(name.toLowerCase()) ?? null });
}

/** The end record stands in the last 64 KiB and 22 bytes. Source: APPNOTE 4.3.16. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (view.getUint32(at, true) === endOfIndex) return at;
  return null;
}

function readRecord(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): Result<{ readonly record: IndexRecord; readonly next: number }, Problem> {
  const damaged = err<Problem>({ code: "read/zip-damaged" });
  if (at + 46 > end || view.getUint32(at, true) !== indexRecord) return damaged;
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  const packed = view.getUint32(at + 20, true);
  if (next > end || local + 30 > end || view.getUint32(local, true) !== localRecord) return damaged;
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const localNameLength = view.getUint16(local + 26, true);
  const localName = bytes.subarray(local + 30, local + 30 + localNameLength);
  if (localNameLength !== nameLength || nameBytes.some((byte, index) => byte !== localName[index]))
    return damaged;
  const name = new TextDecoder((flags & 0x800) === 0 ? "windows-1252" : "utf-8").decode(nameBytes);
  if ((flags & 1) !== 0) return err({ code: "read/zip-encrypted", facts: { name } });
  const start = local + 30 + localNameLength + view.getUint16(local + 28, true);
  if (start + packed > end) return damaged;
  const method = view.getUint16(at + 10, true);
  const record = { name, method, packed, unpacked: view.getUint32(at + 24, true), start };
  return ok({ record, next });
}

function checkRecords(records: readonly IndexRecord[]): Problem | null {
  const names = new Set<string>();
  let total = 0;
  for (const record of records) {
    if (!isSafeName(record.name))
      return { code: "read/zip-unsafe-name", facts: { name: record.name.slice(0, 200) } };
    const key = record.name.toLowerCase().normalize("NFC");
    if (names.has(key)) return { code: "read/zip-unsafe-name", facts: { name: record.name.slice(0, 200) } };
    names.add(key);
    total += record.unpacked;
    const isSwollen =
      record.unpacked > zipRatioCheckedFromBytes && record.unpacked > record.packed * maximumZipRatio;
    if (total > maximumUnzippedBytes || isSwollen)
      return { code: "read/zip-bomb", facts: { name: record.name.slice(0, 200), bytes: record.unpacked } };
  }
  let behind = 0;
  for (const record of records.toSorted((one, other) => one.start - other.start)) {
    if (record.start < behind) return { code: "read/zip-bomb", facts: { name: record.name.slice(0, 200) } };
    behind = record.start + record.packed;
  }
  return null;
}

/** Relative, with forward slashes, without parents, drives or zero bytes. */
function isSafeName(name: string): boolean {
  if (name === "" || name.length > 1024 || name.startsWith("/") || /^[a-z]:/iu.test(name)) return false;
  return !name.includes("\\") && !name.includes("\u0000") && !name.split("/").includes("..");
}

function unpack(
  bytes: Uint8Array,
  record: IndexRecord,
  budget: { left: number },
): Result<Uint8Array, Problem> {
  const packed = bytes.subarray(record.start, record.start + record.packed);
  if (record.method === 0)
    return packed.length === record.unpacked ? ok(packed) : err({ code: "read/zip-damaged" });
  if (record.method !== 8)
    return err({ code: "read/zip-unsupported", facts: { kind: `method ${record.method}` } });
  const unpacked = new Uint8Array(record.unpacked);
  const written = { length: 0 };
  const inflate = new Inflate((chunk) => {
    if (written.length + chunk.length <= unpacked.length) unpacked.set(chunk, written.length);
    written.length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && written.length <= unpacked.length; at += inputStep)
      inflate.push(packed.subarray(at, at + inputStep), at + inputStep >= packed.length);
  } catch {
    return err({ code: "read/zip-damaged", facts: { name: record.name.slice(0, 200) } });
  }
  budget.left -= written.length;
  if (written.length > unpacked.length || budget.left < 0)
    return err({ code: "read/zip-bomb", facts: { name: record.name.slice(0, 200) } });
  return written.length === unpacked.length ? ok(unpacked) : err({ code: "read/zip-damaged" });
}
