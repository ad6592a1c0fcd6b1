import { noSecrets } from "../../../../../src-main/adapters/secrets-none/index.ts";
import { createVaultStore } from "../../../../../src-main/adapters/vault-sqlite/index.ts";
import { aDocument, anEvent, auditRow, keepWith } from "./../vault-rows.ts";

// Keeps one step after the other and says each that was acknowledged, until somebody kills it.
const [home = "", location = ""] = process.argv.slice(2);
const store = createVaultStore({ home, secrets: noSecrets, now: () => new Date().toISOString() });
const opened = await store.open(location, { type: "passphrase", passphrase: "correct horse" });
if (!opened.ok) throw new Error(opened.error.code);
const loaded = await opened.value.load();
if (!loaded.ok) throw new Error(loaded.error.code);
for (let step = loaded.value.events.length + 1; ; step += 1) {
  // Some in rows and one in a file of its own; in two parts, so that the kill also falls between them.
  const part = (name: string) => [
    aDocument(`${step} ${name} small.txt`),
    aDocument(`${step} ${name} large.txt`, `${step} ${name} `.repeat(10_000)),
  ];
  const staged = await opened.value.stage(part("first"));
  if (!staged.ok) throw new Error(staged.error.code);
  const kept = await keepWith(opened.value, {
    documents: part("second"),
    events: [anEvent(step)],
    ledger: [{ exportId: `exp-${step}`, invoiceId: `inv-${step}`, key: `key-${step}` }],
    audit: [auditRow(step)],
  });
  if (!kept.ok) throw new Error(kept.error.code);
  process.stdout.write(`${step}\n`);
}
