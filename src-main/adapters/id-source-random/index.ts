import { randomBytes } from "node:crypto";
import type { IdSource } from "../../ports/id-source.ts";

/** Ids from the system's source of chance; 80 bits, so that no two workspaces ever meet. */
export const randomIdSource: IdSource = {
  next: (prefix) => `${prefix}-${randomBytes(10).toString("hex")}`,
};
