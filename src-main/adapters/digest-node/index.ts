import { createHash } from "node:crypto";
import type { Digest } from "../../ports/digest.ts";

/** SHA-256 of Node's own library. */
export const nodeDigest: Digest = {
  ofText: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
  ofBytes: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};
