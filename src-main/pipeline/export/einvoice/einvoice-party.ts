import type { Party } from "../../../../src-shared/model/index.ts";
import type { Coding } from "../coding.ts";
import type { EParty } from "./einvoice.ts";
import { splitAddress } from "./postal-address.ts";
import type { EInvoiceProfile } from "./rules/index.ts";

/** What the owner has set about e-invoices. */
export interface EInvoiceSettings {
  readonly profile: EInvoiceProfile;
  /** Country of a party that prints none. */
  readonly country: string | null;
  readonly sellerEndpoint: string | null;
  readonly buyerEndpoints: Coding;
  readonly sellerContact: EParty["contact"];
  /** Category of lines without tax where the invoice prints none. */
  readonly zeroCategory: string | null;
  readonly exemptionReason: string | null;
}

const endpointOf = (text: string | null, email: string | null): EParty["endpoint"] => {
  if (text !== null && text.includes(":")) {
    const at = text.indexOf(":");
    return { scheme: text.slice(0, at).trim(), id: text.slice(at + 1).trim() };
  }
  return email === null ? null : { scheme: "EM", id: email };
};

/** A printed party in the terms of the standard. */
export const partyOf = (
  party: Party | null,
  endpoint: string | null,
  contact: EParty["contact"],
  settings: EInvoiceSettings,
): EParty => {
  const taxId = party?.taxId?.replaceAll(/[\s.-]/g, "").toUpperCase() ?? null;
  const isVatId = taxId !== null && /^[A-Z]{2}[A-Z0-9]{2,}$/.test(taxId);
  return {
    name: party?.name ?? null,
    vatId: isVatId ? taxId : null,
    taxRegistration: isVatId ? null : (party?.taxId ?? null),
    legalId: party?.registration ?? null,
    // Peppol delivers to no e-mail address.
    endpoint: endpointOf(endpoint, settings.profile === "peppol" ? null : (party?.email ?? null)),
    ...splitAddress(party?.address ?? []),
    country: party?.country ?? settings.country,
    contact,
  };
};
