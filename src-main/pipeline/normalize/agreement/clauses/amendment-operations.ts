import type { AmendmentOperation, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { datesOf } from "../engine/scope-dates.ts";
import type { Reading } from "../engine/reading.ts";
import type { DateLiteral } from "../literals/literal.ts";
import { quotePart } from "../text/prepared-text.ts";

const be = "(?:is|are|shall be|will be|wird|werden|est|sont|gilt)(?: hereby| hiermit)?";

/** What the words of a change do, the most specific first. */
const operations: readonly (readonly [AmendmentOperation["operation"], RegExp])[] = [
  [
    "restate",
    new RegExp(
      `\\b${be} (?:amended and )?restated\\b|\\brestated (?:as follows|in its entirety|as attached)\\b|\\bneu gefasst\\b`,
    ),
  ],
  [
    "replace",
    new RegExp(
      `\\bdeleted(?: in its entirety)? and replaced\\b|\\b${be} (?:replaced|superseded|amended to read|ersetzt|remplacee?s?)\\b|\\breplaces? (?:section|clause|exhibit|schedule)\\b|\\bin (?:lieu|place) of (?:section|clause|exhibit|schedule)\\b|\\bersetzt durch\\b|\\bannule et remplace\\b`,
    ),
  ],
  [
    "insert",
    new RegExp(
      `\\b(?:following|new) [a-z ]{0,24}\\b${be} (?:added|inserted)\\b|\\b(?:section|clause|exhibit|schedule) [\\da-z.()]+ ${be} (?:added|inserted)\\b|\\b(?:insert|add)(?:ed)? (?:the following|a new|new|after)\\b|\\bwird eingefugt\\b|\\best (?:inseree?|ajoutee?)\\b`,
    ),
  ],
  ["delete", new RegExp(`\\b${be} (?:deleted|removed|struck|gestrichen|supprimee?s?)\\b`)],
  ["extend", /\b(?:extend(?:s|ed)?|extension of|verlangert|prolongee?)\b/],
  [
    "increase-by",
    new RegExp(
      `\\b${be}? ?(?:increased|raised|erhoht|augmentee?s?) (?:by|um|de)\\b|\\b(?:increases|raises|adds) [^.;]{0,60}\\bby\\b|\\brise by\\b|\\brise \\d`,
    ),
  ],
  ["suspend", new RegExp(`\\b${be} suspended\\b|\\bsuspends\\b|\\bausgesetzt\\b|\\bsuspendue?s?\\b`)],
  ["waive", new RegExp(`\\b${be} waived\\b|\\bwaives\\b|\\berlassen\\b`)],
  [
    "set",
    new RegExp(
      `\\b${be} (?:amended|changed|modified|revised|increased|reduced|set|decreased|geandert|angepasst|modifiee?s?|fixee?s?|portee?s?) (?:from\\b|to\\b|as follows|auf|a\\b)|\\bchanged? to\\b`,
    ),
  ],
];

/** What is no longer part of what is agreed, or no longer billed, from some day on. */
const ended =
  /\b(?:(?:is|are|will be|shall be) (?:no longer|not any longer) (?:charged|due|payable|billed|provided|part of)|(?:ceases?|is discontinued|are discontinued|is cancelled|is canceled|is withdrawn|falls away|ends with effect)|entfallt|entfallen|(?:wird|werden) (?:nicht mehr|nicht langer) (?:berechnet|erbracht|geschuldet)|(?:wird|werden) eingestellt|n'est plus (?:facture|due?|fourni)e?|ne sont plus (?:facture|dus|fourni)\w*|est resilie\w*|cesse d'etre|vervalt|vervallen|wordt (?:niet langer|niet meer) (?:gefactureerd|geleverd|berekend)|wordt beeindigd|queda (?:eliminad|suprimid|sin efecto)\w*|se suprime|deja de (?:facturarse|prestarse|cobrarse)|non (?:e|viene|sara) piu (?:dovut|fatturat|applicat)\w*|e soppress\w*|viene soppress\w*|cessa di|deixa de (?:ser|se)|e eliminad\w*)\b/;
const clauseReference =
  /\b(?:section|clause|article|paragraph|exhibit|schedule|annex|appendix|attachment|ziffer|anlage|anhang|artikel|annexe|§) ?(?:\d+(?:\.\d+)*(?:\([a-z\d]+\))*|[a-z]\b(?:-\d+)?|[ivx]+\b)/;
const namedTarget =
  /\b(?:not-to-exceed (?:amount|figure|limit)?|nte|(?:initial |contract |subscription )?term|contract (?:sum|price|value)|hourly rates?|rates?|fees?|price|limit|cap|laufzeit|vergutung|stundensatz|duree|prix|plafond|purchase order|po)\b/;

/** How a document changes another one, clause by clause. */
export function readOperations(
  readings: readonly Reading[],
  effective: LocalDate | null,
  document: ReadDocument,
): readonly AmendmentOperation[] {
  const found: AmendmentOperation[] = [];
  for (const reading of readings) {
    const { unit, folded } = reading;
    if (unit.zone === "recitals" || unit.zone === "example" || unit.zone === "signature") continue;
    if (
      /\b(?:all other|other than as|except as|remain(?:s)? (?:in full force|unchanged|in effect)|ubrigen|autres dispositions)\b/.test(
        folded,
      )
    )
      continue;
    const known = operations.find(([, pattern]) => pattern.test(folded))?.[0];
    const operation = known ?? (ended.test(folded) ? "delete" : undefined);
    if (operation === undefined) continue;
    const clause = clauseReference.exec(folded);
    const named = clause ?? namedTarget.exec(folded);
    // Words of change without anything that they change are talk about the amendment itself.
    if (named === null && operation !== "insert" && operation !== "delete") continue;
    const dates = datesOf(
      folded,
      reading.literals.filter((literal): literal is DateLiteral => literal.type === "date"),
      null,
    );
    found.push({
      operation,
      target: named === null ? null : unit.text.slice(named.index, named.index + named[0].length),
      effective: (operation === "extend" ? null : dates.from) ?? effective,
      evidence: quotePart(unit.prepared, unit.start, unit.end, document),
    });
  }
  return found;
}
