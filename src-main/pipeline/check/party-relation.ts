import type { Party } from "../../../src-shared/model/index.ts";
import { compareNames, normalizeTaxId, partyNameOf } from "../../../src-shared/wording/index.ts";
import type { NameAgreement } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext } from "./context.ts";

/** The side of a bill. */
export type Role = "seller" | "buyer";

/** How the party of an invoice stands to one of the agreement: by names, tax ids and what a person confirmed. */
export function relate(printed: Party, party: Party, { batch }: InvoiceContext): NameAgreement {
  const relation = compareNames(printed.name, party.name);
  if (relation === "same") return relation;
  if (relation === "look-alike" || partyNameOf(printed.name).isSuspicious) return "look-alike";
  if (hasSameTaxId(printed, party)) return "same";
  const core = partyNameOf(printed.name).core;
  // Other names count only where the agreement or a person says so.
  const isAlias = party.aliases.some((alias) => partyNameOf(alias).core === core && !isRoleWord(core));
  const theirs = partyNameOf(party.name).core;
  const isConfirmed = batch.policy.customers.some(({ name, aliases }) => {
    const cores = [name, ...aliases].map((other) => partyNameOf(other).core);
    return cores.includes(core) && cores.includes(theirs);
  });
  return isAlias || isConfirmed ? "same" : relation;
}

const isRoleWord = (core: string): boolean =>
  /^(client|customer|buyer|owner|provider|supplier|vendor|contractor|consultant|seller|company)$/.test(core);

const hasSameTaxId = (first: Party, second: Party): boolean =>
  first.taxId !== null &&
  second.taxId !== null &&
  normalizeTaxId(first.taxId) === normalizeTaxId(second.taxId);
