import type { Evidence } from "./evidence.ts";

/** A legal entity as a document prints it. Roles (seller, buyer) are said by its owner. */
export interface Party {
  readonly name: string;
  readonly taxId: string | null;
  /** Company register number. */
  readonly registration: string | null;
  readonly address: readonly string[];
  /** ISO 3166-1 alpha-2, where printed or certain from a tax id or postcode form. */
  readonly country: string | null;
  readonly email: string | null;
  /** Other names that the same document gives it: trading names, defined terms ("Client"). */
  readonly aliases: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

/** A party of which a document gives nothing but the name. */
export const partyNamed = (name: string, evidence: readonly Evidence[], confidence: number): Party => ({
  name,
  taxId: null,
  registration: null,
  address: [],
  country: null,
  email: null,
  aliases: [],
  evidence,
  confidence,
});
