export { encodeCanonicalJson } from "./canonical-json.ts";
export { appendEntries, verifyEntry } from "./chain.ts";
export type { AuditDraft, AuditEntry, AuditStamp, ChainFault, ChainRow, Hash } from "./chain.ts";
