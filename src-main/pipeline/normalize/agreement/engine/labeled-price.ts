import type { LexemeClass } from "../lexicon/lexemes.ts";
import type { FrameMatch } from "./frame.ts";

/** Classes whose words are things that are sold as often as not: "bond paper", "stock photos", "loan car", "extended warranty". */
const thingClasses: ReadonlySet<LexemeClass> = new Set([
  "insurance",
  "liability",
  "wage",
  "listprice",
  "threshold",
]);

/** Labels of figures that are nobody's price, whatever they are for one of: "List price", "Hourly wage", "Policy limit". */
const figureLabel =
  /\b(?:list|standard|regular|rack|published|retail|usual|pay|strike|exercise|termination|cancellation)\b[^:|]{0,12}\b(?:prices?|rates?|fees?|charges?|penalt\w+)\b|\b(?:limits?|deductible|polic(?:y|ies)|damages|penalt\w+|\w*strafe\w*|\w*summe\w*|thresholds?|listenpreis\w*|normally|instead of|in lieu of|was|valued|value of|worth|reg|msrp)\b|(?:(?:wages?|salary|salaries|\w*lohn|\w*gehalt|salaires?)(?: (?:brut|net|brutto|netto|horaires?|journaliers?|mensuels?|(?:per|an?|pro|je|par) \w+))*|royalt\w+|commissions?|shares?|stock|loan|equity|insurance|coverage|liability|\w*versicherung|assurance|seguros?|assicurazione|verzekering|(?:medical|dental|life|accident|travel|damage|theft|fire) cover)\W*$/;
/** What a cover, a share or a penalty is counted by. */
const noWork = /^(?:year|claim|event|occurrence|case|incident|share|accident|violation)s?$/;
const verbs =
  / (?:shall|will|must|may|is|are|has|have|pays?|earns?|receives?|makes?|wird|werden|ist|sind|erhal\w+|est|sont|es|son|sono|is|zijn) /;

/**
 * "Bond paper A4: 4.20 per ream": a label, and one sum for each of what it names. Its words are a thing that is sold,
 * also where they speak elsewhere of covers, wages and bodies that approve.
 */
function isLabeledPrice({ reading, anchor }: FrameMatch): boolean {
  if (anchor.type !== "money" || anchor.rangeWith !== null || anchor.bound !== null) return false;
  if (!anchor.per.some(({ unit }) => !noWork.test(unit))) return false;
  if (reading.literals.filter(({ type }) => type === "money" || type === "percent").length !== 1)
    return false;
  const label = /^([^.;:?!|]{3,60}?) ?(?::|\.{3,}|\|| - )[^\p{L}]*(?:usd|eur|gbp|us)?[^\p{L}]*$/u.exec(
    reading.folded.slice(0, anchor.start),
  )?.[1];
  return label !== undefined && !figureLabel.test(label) && !verbs.test(` ${label} `);
}

/** Whether words of a class in a row name what it sells, and so speak against no price there. */
export const namesThingSold = (match: FrameMatch, name: LexemeClass): boolean =>
  thingClasses.has(name) && isLabeledPrice(match);
