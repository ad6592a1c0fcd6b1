import { foldText } from "../../values/fold.ts";
import type { Standing } from "./party-standing.ts";
import type { FoundParty } from "./preamble-parties.ts";

interface Counterparts {
  readonly beside: RegExp;
  /** The side of the word beside. */
  readonly side: "buyer" | "seller";
  readonly turned: RegExp;
}

const subcontract: Counterparts = {
  beside:
    /^(?:sub-?contractor|sub-?unternehmer|nachunternehmer|sous-traitant|subcontratista|subappaltatore|subempreiteir[oa]|onderaannemer)$/i,
  side: "seller",
  turned:
    /^(?:(?:general |prime |main |head |principal )?contractor|generalunternehmer|hauptunternehmer|auftragnehmer|entrepreneur(?: principal)?|contratista(?: principal)?|appaltatore|empreiteir[oa](?: geral)?|(?:hoofd)?aannemer)$/i,
};

/** Words whose side another word beside them turns: a contractor buys from a subcontractor, an owner lets to a hirer. */
const counterparts: readonly Counterparts[] = [
  subcontract,
  {
    beside:
      /^(?:carrier|haulier|motor carrier|frachtfuhrer|transporteur|transportista|vettore|transportador|vervoerder)$/i,
    side: "seller",
    turned:
      /^(?:broker|(?:freight )?forwarder|spediteur|commissionnaire|comisionista|spedizioniere|transitario|expediteur)$/i,
  },
  {
    beside:
      /^(?:publisher|media owner|broadcaster|station|sales house|verlag|vermarkter|editeur|regie|editorial|editore|uitgever|uitgeverij|exploitant)$/i,
    side: "seller",
    turned:
      /^(?:(?:media |advertising )?(?:agency|buyer)|agentur|agence|agencia|agenzia|mediabureau|bureau)$/i,
  },
  {
    beside: /^(?:hirer|charterer|lessee|renter)$/i,
    side: "buyer",
    turned: /^(?:owner|company|operator)$/i,
  },
];

/** Parties with the sides that the word for the other party gives them. */
export function withCounterparts(found: readonly FoundParty[]): readonly FoundParty[] {
  const isCalled = (entry: FoundParty, pattern: RegExp): boolean =>
    entry.aliases.some((alias) => pattern.test(alias.replace(/^(?:the|o|a|le|la|el|il|der|die|de) /i, "")));
  return counterparts.reduce((parties, { beside, side, turned }) => {
    if (!parties.some((entry) => isCalled(entry, beside))) return parties;
    const other = side === "seller" ? ("buyer" as const) : ("seller" as const);
    return parties.map((entry) =>
      isCalled(entry, beside)
        ? { ...entry, role: side }
        : isCalled(entry, turned)
          ? { ...entry, role: other }
          : entry,
    );
  }, found);
}

/** Who a subcontract's contractor works for and who plans it: named in it, and on no side of it. */
const beyondSubcontract =
  /^(?:(?:project |property |building )?owner|architect|engineer|employer|principal|bauherr(?:in)?|architekt(?:in)?|maitre d'(?:ouvrage|oeuvre)|propiedad|promotor|committente|dono da obra|hoofdopdrachtgever)$/i;

/** Parties without those who stand beyond a subcontract, where one names them beside its two sides. */
export function withinSubcontract(found: readonly Standing[]): readonly Standing[] {
  const isCalled = ({ entry }: Standing, pattern: RegExp): boolean =>
    entry.aliases.some((alias) => pattern.test(foldText(alias)));
  const hasBoth = [subcontract.beside, subcontract.turned].every((side) =>
    found.some((standing) => isCalled(standing, side)),
  );
  return hasBoth
    ? found.filter(
        (standing) => !isCalled(standing, beyondSubcontract) || isCalled(standing, subcontract.turned),
      )
    : found;
}

/** What a party gains or loses by the word for the other party, in their order: above 0 it bills. */
export function turnedSides(found: readonly FoundParty[]): readonly number[] {
  const turned = withCounterparts(found.map((entry) => ({ ...entry, role: null })));
  return turned.map(({ role }) => (role === null ? 0 : role === "seller" ? turnedWeight : -turnedWeight));
}

/** As much as what a word for a side says. */
const turnedWeight = 3.5;
