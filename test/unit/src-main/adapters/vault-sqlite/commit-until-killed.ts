import { noSecrets } from "../../../../../src-main/adapters/secrets-none/index.ts";
import { createVaultStore } from "../../../../../src-main/adapters/vault-sqlite/index.ts";
import { aDocument, anEvent, auditRow } from "./../vault-rows.ts";

// Keeps one step after the other and says each that was acknowledged, until somebody kills it.
const [home = "", location = ""] = process.argv.slice(2);
const store = createVaultStore({ home, secrets: noSecrets, now: () => new Date().toISOString() });
const opened = await store.open(location, { type: "passphrase", passphrase: "correct horse" });
if (!opened.ok) throw new Error(opened.error.code);
const loaded = await opened.value.load();
if (!loaded.ok) throw new Error(loaded.error.code);
for (let step = loaded.value.events.length + 1; ; step += 1) {
  const kept = await opened.value.commit({
    documents: [aDocument(`${step}.txt`)],
    events: [anEvent(step)],
    ledger: [{ exportId: `exp-${step}`, invoiceId: `inv-${step}`, key: `key-${step}` }],
    audit: [auditRow(step)],
  });
  if (!kept.ok) throw new Error(kept.error.code);
  process.stdout.write(`${step}\n`);
}
