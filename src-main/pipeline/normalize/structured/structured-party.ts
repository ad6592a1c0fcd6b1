import type { Element, Party } from "../../../../src-shared/model/index.ts";
import { textOf } from "./element-path.ts";
import type { FieldMaker } from "./structured-field.ts";

/** Where a vocabulary writes what makes a party. */
export interface PartyParts {
  /** Joined by spaces: one legal name, or given and family names. */
  readonly name: readonly (Element | null)[];
  readonly taxId: Element | null;
  /** Stands before the tax id where the vocabulary writes the country apart from it. */
  readonly taxIdPrefix?: string | null;
  readonly registration?: Element | null;
  /** Lines of the address, each of parts that are joined by spaces. */
  readonly address: readonly (readonly (Element | null)[])[];
  /** ISO 3166-1, two letters or three. */
  readonly country?: Element | null;
  readonly email?: Element | null;
  readonly aliases?: readonly (Element | null)[];
}

const spoken = (elements: readonly (Element | null)[]): string =>
  elements
    .map((element) => textOf(element)?.replace(/\s+/gu, " ") ?? "")
    .filter((text) => text !== "")
    .join(" ");

/** The countries that vocabularies write in three letters: those of the tax systems that use them. */
const shortCountries: Readonly<Record<string, string>> = {
  AUT: "AT",
  BEL: "BE",
  CHE: "CH",
  DEU: "DE",
  ESP: "ES",
  FRA: "FR",
  GBR: "GB",
  IRL: "IE",
  ITA: "IT",
  LUX: "LU",
  MEX: "MX",
  NLD: "NL",
  PRT: "PT",
  USA: "US",
};

const countryOf = (element: Element | null | undefined): string | null => {
  const code = textOf(element)?.toUpperCase() ?? "";
  if (/^[A-Z]{2}$/u.test(code)) return code;
  return shortCountries[code] ?? null;
};

/** A party of a structured document; `null` where no name is written. */
export const structuredParty = (parts: PartyParts, make: FieldMaker): Party | null => {
  const name = spoken(parts.name);
  if (name === "") return null;
  const id = textOf(parts.taxId);
  const prefix = parts.taxIdPrefix ?? "";
  const aliases = (parts.aliases ?? []).map((alias) => spoken([alias])).filter((alias) => alias !== "");
  return {
    name,
    taxId: id === null ? null : id.toUpperCase().startsWith(prefix.toUpperCase()) ? id : `${prefix}${id}`,
    registration: textOf(parts.registration),
    address: parts.address.map(spoken).filter((line) => line !== ""),
    country: countryOf(parts.country),
    email: textOf(parts.email),
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    evidence: [...parts.name, parts.taxId]
      .filter((element) => element !== null)
      .filter((element) => textOf(element) !== null)
      .map(make.evidence),
    confidence: 1,
  };
};
