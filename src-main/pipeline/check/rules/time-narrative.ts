import type { Delivery } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { compare, decimalText } from "../../../../src-shared/money/index.ts";
import { foldWording, isPlaceholder, splitWords } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, LineRule, Verdict } from "../check.ts";
import type { BatchContext, LineContext } from "../context.ts";
import { billsTime } from "../line-figures.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { quoteWords, shortWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords } from "../agreement-words.ts";

const id = "time.narrative";

/** Each entry says what was done: not nothing, not anything, and one task at a time. */
export const timeNarrative: LineRule = {
  ids: [id],
  family: 23,
  title: "Time entries say what was done",
  version: 1,
  scope: "line",
  needs: ["invoice", "timesheet"],
  dependsOn: [],
  restsOn: "no price",
  skip: ({ isCredit }) => (isCredit ? sentence("because/credit-gives-back", {}) : null),
  judge: (context) => {
    if (!billsTime(context)) return noTime;
    return hasEntries(context) ? [judge(context)] : noEntries;
  },
};

/** Whether there is anything that describes the work: a record, or a line of one person and day. */
const hasEntries = ({ match, line }: LineContext): boolean =>
  match.deliveries.length > 0 || (line.person !== null && line.serviceDate !== null);

const noEntries = [notApplicable(id, sentence("because/no-entries", {}))];

const noTime = [notApplicable(id, sentence("because/no-time", {}))];

function judge(context: LineContext): Verdict {
  const { match, owner } = context;
  if (match.deliveries.length === 0) return judgeLine(context);
  const records = match.deliveries
    .flatMap(({ deliveryId }) => owner.batch.deliveries.get(deliveryId) ?? [])
    .filter(({ kind }) => kind === "time");
  if (records.length === 0) return judgeLine(context);
  const narrated = owner.batch.once("documents-with-narratives", findNarrated);
  const isWanted = isRequired(context);
  const kept = records.filter(({ documentId }) => narrated.has(documentId));
  if (kept.length === 0)
    return isWanted
      ? cannotDetermine(id, sentence("because/description-asked", { agreement: ownAgreementWords(owner) }))
      : notApplicable(id, sentence("because/no-work-column", {}));
  const empty = kept.filter(({ item }) => item === null || isPlaceholder(item));
  const vague = kept.filter(
    ({ item }) =>
      item !== null && !isPlaceholder(item) && (isVague(item) || (isWanted && namesTradeAlone(item))),
  );
  const forbidsBlocks = forbidsBlockBilling(context);
  const blocks = kept.filter((record) => isBlock(record));
  if (empty.length > 0) return fail(id, finding(context, empty, "empty", true));
  if (vague.length > 0) return fail(id, finding(context, vague, "vague", true));
  if (blocks.length > 0) return fail(id, finding(context, blocks, "block", forbidsBlocks));
  return pass(id, sentence("because/entries-described", { count: kept.length }));
}

/** Without records the line of a single day is its own narrative. */
function judgeLine(context: LineContext): Verdict {
  const { line } = context;
  if (line.person === null || line.serviceDate === null)
    return notApplicable(id, sentence("because/no-entries", {}));
  if (line.description.trim() === "" || isPlaceholder(line.description) || isVague(line.description))
    return fail(id, finding(context, [], line.description.trim() === "" ? "empty" : "vague", true));
  return pass(id, sentence("because/line-described", { what: shortWords(line.description) }));
}

/** Documents of which at least every second entry says something: there, silence is a gap. */
function findNarrated({ input }: BatchContext): ReadonlySet<string> {
  const counts = new Map<string, { all: number; said: number }>();
  for (const { documentId, kind, item } of input.deliveries) {
    if (kind !== "time") continue;
    const count = counts.get(documentId) ?? { all: 0, said: 0 };
    counts.set(documentId, count);
    count.all += 1;
    if (item !== null && !isPlaceholder(item)) count.said += 1;
  }
  return new Set(
    [...counts].flatMap(([document, { all, said }]) => (said * 2 >= all && said > 0 ? [document] : [])),
  );
}

function isRequired({ owner }: LineContext): boolean {
  return owner
    .termsOf("required")
    .some(({ term }) => term.value.fields.some((field) => /^(?:description|narrative|tasks?)$/i.test(field)));
}

const vagueWords: ReadonlySet<string> = new Set(
  (
    "work working works misc miscellaneous various general other stuff task tasks things " +
    "service services activity activities time hours project client customer day work's etc as discussed agreed " +
    "requested needed required per usual and for the of on with to in a an tbd see above same continued cont ditto " +
    "diverses sonstiges allgemein allgemeines arbeit arbeiten aufgaben tatigkeiten div und nach absprache " +
    "divers travail travaux taches suivi selon accord et varios varias trabajo tareas diversos lavoro vari attivita diverse"
  ).split(" "),
);

/** Names of a whole kind of work: alone they describe nothing where a description is asked for. */
const trades =
  /^(?:development|programming|coding|consulting|consultancy|support|testing|administration|admin|meetings?|research|calls?|e-?mails?|analysis|design|maintenance|management|coordination|training|entwicklung|beratung|programmierung|unterstutzung|besprechung|verwaltung|wartung|developpement|conseil|assistance|reunions?|recherche|desarrollo|consultoria|soporte|reuniones?|sviluppo|consulenza|assistenza|riunion[ei]|ontwikkeling|advies|ondersteuning|overleg|vergadering|desenvolvimento|apoio)$/;

const namesTradeAlone = (text: string): boolean =>
  splitWords(foldWording(text)).every((word) => trades.test(word) || vagueWords.has(word));

/** A text of which no word says what was done. */
export function isVague(text: string): boolean {
  const words = splitWords(foldWording(text)).filter((word) => !/^\d+$/.test(word));
  return words.length > 0 && words.every((word) => vagueWords.has(word));
}

/** Several tasks under one figure: three or more parts, and half a day or more. */
function isBlock({ item, quantity, unit }: Delivery): boolean {
  if (item === null || quantity === null || (unit ?? "hour") !== "hour") return false;
  const parts = item
    .split(/[;\n]|\s\/\s|,\s+(?:and|und|et)\s/u)
    .filter((part) => splitWords(foldWording(part)).length >= 2);
  return parts.length >= 3 && compare(quantity, decimalText("4")) >= 0;
}

/** That one figure stands for one task, in several languages. */
const blockWords =
  /block[- ]?bill|each task|single task|task singly|(?:several|multiple|different|more than one) (?:tasks|activities|items)|(?:mehrere|verschiedene) (?:t[aä]tigkeiten|aufgaben|leistungen)|sammel(?:eintr|buch|posten)|plusieurs (?:t[aâ]ches|prestations)|varias tareas|pi[uù] (?:attivit[aà]|prestazioni)|(?:meerdere|verschillende) (?:taken|werkzaamheden|verrichtingen)|verzamelpost|v[aá]rias tarefas/i;

const forbidsBlockBilling = ({ owner }: LineContext): boolean =>
  owner.governing.some(({ term }) =>
    blockWords.test(
      [...(term.conditions ?? []), term.remainder ?? "", ...term.evidence.map(({ quote }) => quote)].join(
        " ",
      ),
    ),
  );

function finding(
  context: LineContext,
  records: readonly Delivery[],
  fault: "empty" | "vague" | "block",
  isSerious: boolean,
): FindingDraft {
  const { line } = context;
  const [first] = records;
  const day = first?.date ?? valueOf(line.serviceDate) ?? "";
  const words = first === undefined ? line.description : (first.item ?? "");
  const more = records.length > 1 ? sentence("words/more", { count: records.length - 1 }) : "";
  const message =
    fault === "empty"
      ? sentence("finding/no-words", { day, more })
      : fault === "vague"
        ? sentence("finding/vague-words", { day, words: quoteWords(words), more })
        : sentence("finding/many-tasks", { day, words: quoteWords(words), more });
  return {
    severity: isSerious ? "warn" : "info",
    direction: "process",
    message,
    expected: null,
    found: words === "" ? null : words,
    impact: null,
    proposal: {
      action: "ask",
      text: sentence("ask/words", { day }),
    },
    confidence: 0.8 * confidenceOf(...records.slice(0, 4)),
    evidence: evidenceOf(line, ...records.slice(0, 8)),
  };
}
