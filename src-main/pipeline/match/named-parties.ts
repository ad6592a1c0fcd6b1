import { decidedSides, partyNamed } from "../../../src-shared/model/index.ts";
import type { Agreement, Evidence, Invoice, Party } from "../../../src-shared/model/index.ts";
import { compareNames, partyNameOf } from "../../../src-shared/wording/index.ts";
import { namesInRows, wantedNames } from "./names-in-rows.ts";
import type { NamedRow, WantedNames } from "./names-in-rows.ts";

/** A party that was found by a name on another paper: sure to be printed, less sure to be the side. */
const confidence = 0.85;

/** What names each other: agreements and the invoices that may fall under them. */
export interface NamingPapers {
  readonly agreements: readonly Agreement[];
  readonly invoices: readonly Invoice[];
}

/**
 * Papers with those of their parties that only the other paper tells from other words.
 *
 * A name without a legal form ("Seaforth Rugby Club") looks like any other words until a second paper prints it: then a
 * reader sees at once that the first one names the same. An agreement whose sides were not both found gets the parties of
 * invoices that its rows print whole, on no side; an invoice that lacks a party gets the one that its agreement has there,
 * where that name opens a row. A name that was cut or got words of its neighbourhood is completed at the very place where
 * it was read, so that another firm that is mentioned elsewhere never stands in for it.
 */
export function withNamedParties({ agreements, invoices }: NamingPapers): NamingPapers {
  const isOpen = [...agreements, ...invoices].some(({ partyLines = [] }) => partyLines.length > 0);
  if (!isOpen) return { agreements, invoices };
  const billed = wantedNames(
    invoices.flatMap(({ seller, buyer }) => [seller?.name, buyer?.name]).filter((name) => name !== undefined),
  );
  const named = agreements.map((agreement) => withBilledParties(agreement, billed));
  // What an agreement took from an invoice says nothing new of it.
  const names = agreements.flatMap(partiesOf).map(({ name }) => name);
  const agreed = { agreements: named, wanted: wantedNames(names), byCore: groupByCore(names) };
  return {
    agreements: named.map(withoutPartyLines),
    invoices: invoices.map((invoice) => withoutPartyLines(withAgreedParties(invoice, agreed))),
  };
}

/** The rows have served: they are no part of what a person approves, and no review of many papers keeps them. */
function withoutPartyLines<Paper extends Agreement | Invoice>(paper: Paper): Paper {
  if (paper.partyLines === undefined) return paper;
  const { partyLines: _, ...rest } = paper;
  return rest as Paper;
}

/** What the agreements say of parties, made once for all invoices. */
interface Agreed {
  readonly agreements: readonly Agreement[];
  readonly wanted: WantedNames;
  readonly byCore: ReadonlyMap<string, readonly string[]>;
}

const coreOf = (name: string): string => partyNameOf(name).core;

/** Different prints of each name, by its words without the legal form. */
function groupByCore(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byCore = new Map<string, string[]>();
  for (const name of new Set(names)) byCore.set(coreOf(name), [...(byCore.get(coreOf(name)) ?? []), name]);
  return byCore;
}

const partiesOf = ({ seller, buyer, parties }: Agreement): readonly Party[] =>
  [seller, buyer, ...parties].filter((party) => party !== null);

function withBilledParties(agreement: Agreement, billed: WantedNames): Agreement {
  const { seller, buyer, parties, areSidesGuessed, partyLines = [] } = agreement;
  if (partyLines.length === 0) return agreement;
  const known = partiesOf(agreement);
  const isMissing = seller === null || buyer === null || areSidesGuessed === true;
  const cores = new Set(known.map(({ name }) => coreOf(name)));
  const found = namesInRows(partyLines, billed).filter((row) => {
    const core = coreOf(row.name);
    if (cores.has(core) || !(isMissing || known.some((party) => isSamePrint(party, row)))) return false;
    cores.add(core);
    return true;
  });
  return found.length === 0 ? agreement : { ...agreement, parties: [...parties, ...found.map(toParty)] };
}

const roles = ["seller", "buyer"] as const;

function withAgreedParties(invoice: Invoice, { agreements, wanted, byCore }: Agreed): Invoice {
  const { partyLines = [] } = invoice;
  if (partyLines.length === 0) return invoice;
  const rows = namesInRows(partyLines, wanted).filter(({ name }) =>
    byCore.get(coreOf(name))?.some((other) => compareNames(name, other) === "same"),
  );
  if (rows.length === 0) return invoice;
  const completed = roles.reduce<Invoice>((known, role) => {
    const party = known[role];
    if (party === null) return known;
    const whole = rows.find(
      (row) => isSamePrint(party, row) && compareNames(row.name, party.name) !== "same",
    );
    return whole === undefined
      ? known
      : { ...known, [role]: { ...party, name: whole.name, evidence: whole.evidence } };
  }, invoice);
  return roles.reduce<Invoice>((known, role) => withMissing(known, role, agreements, rows), completed);
}

/** The invoice with the party that it lacks, where all agreements with its other party have the same one there. */
function withMissing(
  invoice: Invoice,
  role: (typeof roles)[number],
  agreements: readonly Agreement[],
  rows: readonly NamedRow[],
): Invoice {
  const across = role === "seller" ? "buyer" : "seller";
  const other = invoice[across];
  if (invoice[role] !== null || other === null) return invoice;
  const found = agreements.flatMap((agreement) => {
    const sides = decidedSides(agreement);
    const isTheirs = (party: Party): boolean =>
      ["same", "form-missing"].includes(compareNames(party.name, other.name));
    const isUnder = sides[across] === null ? sides.parties.some(isTheirs) : isTheirs(sides[across]);
    const candidates = sides[role] === null ? sides.parties : [sides[role]];
    if (!isUnder) return [];
    return candidates.flatMap((party) =>
      isTheirs(party)
        ? []
        : rows.filter((row) => row.opensRow && compareNames(row.name, party.name) === "same").slice(0, 1),
    );
  });
  const [first, ...more] = found;
  return first !== undefined && more.every(({ name }) => compareNames(name, first.name) === "same")
    ? { ...invoice, [role]: toParty(first) }
    : invoice;
}

/** Whether a name in a row is the print that a party was read from, cut or with words of its neighbourhood. */
function isSamePrint(party: Party, { name, evidence }: NamedRow): boolean {
  const [read, whole] = [` ${coreOf(party.name)} `, ` ${coreOf(name)} `];
  return (
    (whole.includes(read) || read.includes(whole)) &&
    party.evidence.some((one) => evidence.some((row) => doTouch(one, row)))
  );
}

/** Whether two pieces of a paper share a place. */
function doTouch(one: Evidence, other: Evidence): boolean {
  if ("start" in one.at && "start" in other.at)
    return one.at.start < other.at.end && other.at.start < one.at.end;
  if (!("page" in one.at) || !("page" in other.at) || one.at.page !== other.at.page) return false;
  const [boxes, others] = [one.at.boxes ?? [one.at.box], other.at.boxes ?? [other.at.box]];
  return boxes.some((box) =>
    others.some(
      (rival) =>
        box !== undefined &&
        rival !== undefined &&
        box[0] < rival[0] + rival[2] &&
        rival[0] < box[0] + box[2] &&
        box[1] < rival[1] + rival[3] &&
        rival[1] < box[1] + box[3],
    ),
  );
}

const toParty = ({ name, evidence }: NamedRow): Party => partyNamed(name, evidence, confidence);
