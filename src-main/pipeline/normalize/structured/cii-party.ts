import type { Element, Party } from "../../../../src-shared/model/index.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import type { FieldMaker } from "./structured-field.ts";

const oneLine = (text: string | null): string | null => text?.replace(/\s+/gu, " ").trim() ?? null;

const addressLines = (address: Element | null): readonly string[] => {
  const part = (name: string): string => oneLine(textOf(childNamed(address, name))) ?? "";
  const street = [part("StreetName"), part("BuildingNumber")].filter((text) => text !== "").join(" ");
  const city = [part("PostcodeCode"), part("CityName")].filter((text) => text !== "").join(" ");
  return [
    part("LineOne"),
    street,
    part("LineTwo"),
    part("LineThree"),
    city,
    part("CountrySubDivisionName"),
  ].filter((line) => line !== "");
};

/** The VAT id where there is one (BT-31, BT-48), else any tax registration. */
const taxIdOf = (party: Element): Element | null => {
  const ids = childrenNamed(party, "SpecifiedTaxRegistration")
    .map((registration) => childNamed(registration, "ID"))
    .filter((id) => id !== null);
  return ids.find((id) => /^VAT?$/iu.test(id.attributes["schemeID"] ?? "")) ?? ids[0] ?? null;
};

/** A CII party: its name (BT-27, BT-44), with the trading name as an alias. */
export const ciiParty = (party: Element | null, make: FieldMaker): Party | null => {
  if (party === null) return null;
  const organization = childNamed(party, "SpecifiedLegalOrganization");
  const trading = childNamed(organization, "TradingBusinessName");
  const named = [childNamed(party, "Name"), trading].find((candidate) => textOf(candidate) !== null) ?? null;
  const name = oneLine(textOf(named));
  if (named === null || name === null) return null;
  const taxId = taxIdOf(party);
  const alias = oneLine(textOf(trading));
  const address = childNamed(party, "PostalTradeAddress");
  const contact = childNamed(party, "DefinedTradeContact");
  return {
    name,
    taxId: textOf(taxId),
    registration: textOf(childNamed(organization, "ID")),
    address: addressLines(address),
    country: textOf(childNamed(address, "CountryID"))?.toUpperCase() ?? null,
    email:
      textOf(descend(contact, "EmailURIUniversalCommunication", "URIID")) ??
      textOf(descend(contact, "EmailURIUniversalCommunication", "CompleteNumber")),
    aliases: alias === null || alias === name ? [] : [alias],
    evidence: [
      make.evidence(named),
      ...(taxId === null || textOf(taxId) === null ? [] : [make.evidence(taxId)]),
    ],
    confidence: 1,
  };
};
