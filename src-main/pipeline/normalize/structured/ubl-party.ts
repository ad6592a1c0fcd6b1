import type { Element, Party } from "../../../../src-shared/model/index.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "./element-path.ts";
import type { FieldMaker } from "./structured-field.ts";
import { structuredParty } from "./structured-party.ts";

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
  const trading = descend(party, "PartyName", "Name");
  const registered = descend(party, "PartyTaxScheme", "RegistrationName");
  const address = childNamed(party, "PostalAddress");
  return structuredParty(
    {
      name: [firstSaid([descend(party, "PartyLegalEntity", "RegistrationName"), trading, registered])],
      taxId: taxIdOf(party),
      registration: descend(party, "PartyLegalEntity", "CompanyID"),
      address: [
        [childNamed(address, "StreetName"), childNamed(address, "BuildingNumber")],
        [childNamed(address, "AdditionalStreetName")],
        ...childrenNamed(address, "AddressLine").map((line) => [childNamed(line, "Line")]),
        [childNamed(address, "PostalZone"), childNamed(address, "CityName")],
        [childNamed(address, "CountrySubentity")],
      ],
      country: descend(address, "Country", "IdentificationCode"),
      email: descend(party, "Contact", "ElectronicMail"),
      aliases: [trading, registered],
    },
    make,
  );
};
