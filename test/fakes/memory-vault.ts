import { zstdDecompressSync } from "node:zlib";
import type { DecisionEvent, ReadDocument } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type {
  AuditAnchor,
  AuditRow,
  LedgerEntry,
  NewDocument,
  StoredDocument,
  Vault,
  VaultStore,
} from "../../src-main/ports/vault.ts";

interface Held {
  documents: StoredDocument[];
  events: DecisionEvent[];
  settings: Record<string, string>;
  exchanges: Map<string, string>;
  ledger: (LedgerEntry & { isActive: boolean })[];
  audit: AuditRow[];
  anchors: AuditAnchor[];
  readings: Map<string, Uint8Array>;
  originals: Map<string, Uint8Array>;
  staged: NewDocument[];
}

const createHeld = (): Held => ({
  documents: [],
  events: [],
  settings: {},
  exchanges: new Map(),
  ledger: [],
  audit: [],
  anchors: [],
  readings: new Map(),
  originals: new Map(),
  staged: [],
});

/** A vault without a disk. What it holds is reachable, so that a test can tamper with it. */
export function createMemoryVault(
  location = "memory",
  held: Held = createHeld(),
): Vault & { readonly held: Held } {
  const refused = (reason: string) => err({ code: "vault/write-failed", facts: { reason } });
  return {
    location,
    held,
    load: () =>
      Promise.resolve(
        ok(
          structuredClone({
            documents: held.documents,
            events: held.events,
            settings: held.settings,
            ledger: held.ledger
              .filter(({ isActive }) => isActive)
              .map(({ exportId, invoiceId, key }) => ({ exportId, invoiceId, key })),
            auditHead: held.audit.at(-1) ?? null,
          }),
        ),
      ),
    stage: (documents) => {
      const ids = new Set(
        [...held.documents, ...held.staged.map(({ stored }) => stored)].map(({ file }) => file.id),
      );
      if (documents.some(({ stored }) => ids.has(stored.file.id)))
        return Promise.resolve(refused("document twice"));
      held.staged.push(...structuredClone(documents));
      return Promise.resolve(ok(documents.map(({ stored }) => stored)));
    },
    dropStaged: () => {
      held.staged.length = 0;
      return Promise.resolve(ok());
    },
    commit: (change) => {
      const next = structuredClone(held);
      for (const { stored, reading, original } of change.staged === "taken-in" ? next.staged.splice(0) : []) {
        next.documents.push(stored);
        if (reading !== null) next.readings.set(stored.file.id, reading);
        if (original !== null && stored.file.sha256 !== "") next.originals.set(stored.file.sha256, original);
      }
      for (const { id, packed } of change.readings ?? []) next.readings.set(id, packed);
      for (const stored of change.normalized ?? []) {
        const position = next.documents.findIndex(({ file }) => file.id === stored.file.id);
        if (position >= 0) next.documents[position] = stored;
      }
      for (const event of change.events ?? []) {
        if (event.sequence !== next.events.length + 1) return Promise.resolve(refused("gap in decisions"));
        next.events.push(event);
      }
      Object.assign(next.settings, change.settings ?? {});
      for (const { id, body } of change.exchanges ?? []) next.exchanges.set(id, body);
      for (const entry of next.ledger)
        if (
          change.voidedExports?.includes(entry.exportId) === true ||
          change.releasedEntries?.some(
            ({ exportId, invoiceId }) => exportId === entry.exportId && invoiceId === entry.invoiceId,
          ) === true
        )
          entry.isActive = false;
      for (const entry of change.ledger ?? []) {
        const isTaken = next.ledger.some(
          (other) => other.isActive && (other.invoiceId === entry.invoiceId || other.key === entry.key),
        );
        if (isTaken) return Promise.resolve(err({ code: "export/already-handed-over", facts: {} }));
        next.ledger.push({ ...entry, isActive: true });
      }
      for (const row of change.audit) {
        if (row.sequence !== next.audit.length + 1) return Promise.resolve(refused("gap in the audit trail"));
        next.audit.push(row);
      }
      Object.assign(held, next);
      return Promise.resolve(ok());
    },
    readDocument: (id) => {
      const packed = held.readings.get(id);
      return Promise.resolve(
        ok(packed === undefined ? null : (JSON.parse(zstdDecompressSync(packed).toString()) as ReadDocument)),
      );
    },
    readOriginal: (sha256) => Promise.resolve(ok(held.originals.get(sha256) ?? null)),
    readExchange: (id) => Promise.resolve(ok(held.exchanges.get(id) ?? null)),
    readAudit: (after, limit) =>
      Promise.resolve(ok(held.audit.filter(({ sequence }) => sequence > after).slice(0, limit))),
    anchor: (anchor) => {
      held.anchors.push({ sequence: anchor.sequence, hash: anchor.hash });
      return Promise.resolve(ok());
    },
    readAnchors: () => Promise.resolve(ok(held.anchors)),
    close: () => Promise.resolve(),
  };
}

/** Workspaces in memory; a passphrase opens what it made. */
export function createMemoryVaultStore(): VaultStore {
  const places = new Map<string, { name: string; passphrase: string; isSample: boolean; vault: Vault }>();
  const make = (location: string, name: string, passphrase: string, isSample: boolean): Vault => {
    const vault = createMemoryVault(location);
    places.set(location, { name, passphrase, isSample, vault });
    return vault;
  };
  return {
    create: (name, location, passphrase) => {
      const place = location ?? `memory/${name}`;
      if (places.has(place))
        return Promise.resolve(err({ code: "vault/exists", facts: { location: place } }));
      const vault = make(place, name, passphrase, false);
      return Promise.resolve(ok({ vault, recoveryKey: "0000-0000-0000-0000-0000-0000-0000-0000-0000" }));
    },
    open: (location, secret) => {
      const place = places.get(location);
      if (place === undefined)
        return Promise.resolve(err({ code: "vault/not-a-workspace", facts: { location, keyFile: "" } }));
      const isRight = secret.type === "passphrase" && secret.passphrase === place.passphrase;
      return Promise.resolve(isRight ? ok(place.vault) : err({ code: "vault/wrong-passphrase" }));
    },
    openSample: () =>
      Promise.resolve(ok(places.get("sample")?.vault ?? make("sample", "Sample", "sample", true))),
    createPassing: () => Promise.resolve(ok(createMemoryVault("passing"))),
    recent: () => Promise.resolve([...places].map(([location, { name }]) => ({ name, location }))),
    describe: (location) => {
      const place = places.get(location);
      return Promise.resolve(place === undefined ? null : { name: place.name, isSample: place.isSample });
    },
  };
}
