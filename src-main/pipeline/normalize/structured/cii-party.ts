import type { Element, Party } from "../../../../src-shared/model/index.ts";
import { childNamed, childrenNamed, descend, firstSaid } from "./element-path.ts";
import type { FieldMaker } from "./structured-field.ts";
import { structuredParty } from "./structured-party.ts";

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
  const address = childNamed(party, "PostalTradeAddress");
  const mail = descend(party, "DefinedTradeContact", "EmailURIUniversalCommunication");
  const part = (name: string): Element | null => childNamed(address, name);
  return structuredParty(
    {
      name: [firstSaid([childNamed(party, "Name"), trading])],
      taxId: taxIdOf(party),
      registration: childNamed(organization, "ID"),
      address: [
        [part("LineOne")],
        [part("StreetName"), part("BuildingNumber")],
        [part("LineTwo")],
        [part("LineThree")],
        [part("PostcodeCode"), part("CityName")],
        [part("CountrySubDivisionName")],
      ],
      country: part("CountryID"),
      email: firstSaid([childNamed(mail, "URIID"), childNamed(mail, "CompleteNumber")]),
      aliases: [trading],
    },
    make,
  );
};
