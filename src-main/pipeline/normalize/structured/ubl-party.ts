import type { Element, Party } from "../../../../src-shared/model/index.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import type { FieldMaker } from "./structured-field.ts";

const addressLines = (address: Element | null): readonly string[] => {
  if (address === null) return [];
  const street = [textOf(childNamed(address, "StreetName")), textOf(childNamed(address, "BuildingNumber"))]
    .filter((part) => part !== null)
    .join(" ");
  const city = [textOf(childNamed(address, "PostalZone")), textOf(childNamed(address, "CityName"))]
    .filter((part) => part !== null)
    .join(" ");
  return [
    street,
    textOf(childNamed(address, "AdditionalStreetName")) ?? "",
    ...childrenNamed(address, "AddressLine").map((line) => textOf(childNamed(line, "Line")) ?? ""),
    city,
    textOf(childNamed(address, "CountrySubentity")) ?? "",
  ].filter((line) => line !== "");
};

/** The VAT id where there is one (BT-31, BT-48), else any tax registration. */
const taxIdOf = (party: Element): Element | null => {
  const schemes = childrenNamed(party, "PartyTaxScheme");
  const vat = schemes.find((scheme) => textOf(descend(scheme, "TaxScheme", "ID"))?.toUpperCase() === "VAT");
  return childNamed(vat ?? schemes[0], "CompanyID");
};

/** A UBL party: legal name first (BT-27, BT-44), trading name as an alias. */
export const ublParty = (element: Element | null, make: FieldMaker): Party | null => {
  const party = childNamed(element, "Party") ?? element;
  if (party === null) return null;
  const legal = descend(party, "PartyLegalEntity", "RegistrationName");
  const trading = descend(party, "PartyName", "Name");
  const registered = descend(party, "PartyTaxScheme", "RegistrationName");
  const named = [legal, trading, registered].find((candidate) => textOf(candidate) !== null) ?? null;
  const name = textOf(named);
  if (named === null || name === null) return null;
  const taxId = taxIdOf(party);
  const aliases = [trading, registered]
    .map(textOf)
    .filter((alias): alias is string => alias !== null && alias !== name);
  return {
    name,
    taxId: textOf(taxId),
    registration: textOf(descend(party, "PartyLegalEntity", "CompanyID")),
    address: addressLines(childNamed(party, "PostalAddress")),
    country: textOf(descend(party, "PostalAddress", "Country", "IdentificationCode"))?.toUpperCase() ?? null,
    email: textOf(descend(party, "Contact", "ElectronicMail")),
    aliases: [...new Set(aliases)],
    evidence: [
      make.evidence(named),
      ...(taxId === null || textOf(taxId) === null ? [] : [make.evidence(taxId)]),
    ],
    confidence: 1,
  };
};
