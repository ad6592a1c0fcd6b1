import { createHash, randomBytes } from "node:crypto";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";

/** Crockford's base 32: no I, L, O, U, so that nobody misreads a printed key. */
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const keyBytes = 20;
const checkBytes = 3;
const groupLength = 4;
/** 160 bits of key and 20 bits of check: nine groups of four. */
const groups = 9;

/** A fresh recovery key, for printing: "K7QF-…", nine groups of four. */
export function createRecoveryKey(): string {
  return formatRecoveryKey(randomBytes(keyBytes));
}

function formatRecoveryKey(key: Uint8Array): string {
  const text = encodeSymbols(key) + encodeSymbols(checkOf(key)).slice(0, groupLength);
  return text.match(/.{4}/g)?.join("-") ?? text;
}

const checkOf = (key: Uint8Array): Uint8Array =>
  createHash("sha256").update("countersign recovery key").update(key).digest().subarray(0, checkBytes);

function encodeSymbols(bytes: Uint8Array): string {
  let bits = 0;
  let pending = 0;
  let text = "";
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += symbols[(pending >> bits) & 31] ?? "";
      pending &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + (symbols[(pending << (5 - bits)) & 31] ?? "") : text;
}

/** The bytes of a recovery key as typed: case, spaces and hyphens do not matter, and O is 0, I and L are 1. */
export function parseRecoveryKey(text: string): Result<Uint8Array, Problem> {
  const malformed = err({ code: "vault/malformed-recovery-key", facts: { groups } });
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (plain.length !== groups * groupLength) return malformed;
  const key = new Uint8Array(keyBytes);
  let bits = 0;
  let pending = 0;
  let length = 0;
  for (const symbol of plain.slice(0, -groupLength)) {
    const value = symbols.indexOf(symbol);
    if (value < 0) return malformed;
    pending = (pending << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      key[length++] = (pending >> bits) & 255;
      pending &= (1 << bits) - 1;
    }
  }
  return formatRecoveryKey(key).replaceAll("-", "") === plain ? ok(key) : malformed;
}
