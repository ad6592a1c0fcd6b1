import { projection } from "../engine/frame.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { isRole } from "../lexicon/roles.ts";

const person =
  /(?<![\p{L}])((?:(?:Mr|Ms|Mrs|Dr|Herr|Frau|M|Mme)\.? )?(?:\p{Lu}\.|\p{Lu}[\p{Ll}'’]+)(?: (?:\p{Lu}\.|(?:van|von|de|del|da|der) ?)?){0,2} ?\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}[\p{Ll}]+)?) ?(?:\(([^)]{2,40})\)|, (?:our |the |as )?([\p{L}][\p{L} /-]{1,30}?)(?=[,;.]|$| at | for )|: ?([\p{L}][\p{L} /-]{1,30}?)(?=[,;.]|$)| - ([\p{L}][\p{L} /-]{1,30}?)(?=[,;.]|$)| (?:joins )?as (?:an? |the )?([\p{L}][\p{L} /-]{1,30}?)(?=[,;.]|$| on | from | at | for ))/gu;

/** "The team: Ana Ruiz (Lead), Tom Beck (Developer)." */
export const rosterFrame: CueFrame = {
  id: "roster",
  cue: /\b(?:team|(?:following|these|named) (?:persons?|people)|key person\w*|personnel|timekeepers?|staff|named (?:consultants?|resources?|individuals?)|assigns?|joins|roster|consultants?|attorneys?|performed by|mitarbeiter\w*|projektteam|equipe|intervenants?|resources?|will work on|carried out by|individuals?|equipo|personal|gruppo di lavoro|equipa|projectteam|medewerkers?|eingesetzt\w*)\b/,
  veto: /\b(?:signator\w*|notices?|attention|attn|authori[sz]ed representative|contact|customer's|client's (?:project )?manager|by:|insurance)\b/,
  project: (reading, _, facts) => {
    const people: { name: string; role: string | null }[] = [];
    for (const match of reading.text.matchAll(person)) {
      const role = (match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? "").trim();
      const name = (match[1] ?? "").trim();
      if (
        name.split(" ").length < 2 ||
        role === "" ||
        /["\u201c]/.test(role) ||
        !isRole(role) ||
        facts.partyNames.some((party) => party.includes(name))
      )
        continue;
      people.push({ name: name.replace(/^(?:Mr|Ms|Mrs|Dr|Herr|Frau|M|Mme)\.? /, ""), role });
    }
    if (people.length === 0) return [];
    return [
      projection<"roster">({
        type: "roster",
        key: `roster|${people.map((entry) => entry.name).join("+")}`,
        value: { people },
      }),
    ];
  },
};

const items = (text: string): readonly string[] =>
  text
    .split(/, (?:and |or |und |et )?| and | or | und | et |;/)
    .map((item) =>
      item
        .replace(/^(?:the|any|all|or|and|die|der|das|les?|la) /i, "")
        .replace(/[.:]$/, "")
        .trim(),
    )
    .filter((item) => item.length > 2 && item.length < 90);

/** Lists of what is in and out: "Excluded: hosting, licences", "Data migration is no part of this SOW." */
export const scopeFrame: CueFrame = {
  id: "scope",
  cue: /\b(?:excluded|exclusions?|not included|out of scope|outside (?:the )?scope|no part of|by others|does not include|not part of|nicht enthalten|nicht inbegriffen|exclus|hors perimetre|scope (?:includes|of (?:work|services) includes)|in scope|services (?:comprise|consist of|include)|options? [a-z] .* not ordered)\b/,
  veto: /\b(?:confidential\w*|liabilit\w*|warrant\w*|damages|tax(?:es)?|vat|insurance|force majeure|not limited to|indemni\w*|weekends|holidays|not included in the (?:price|fee)s? (?:are|is) tax)\b/,
  project: (reading) => {
    const { folded, text } = reading;
    if (
      reading.unit.zone === "boilerplate" ||
      reading.unit.zone === "definitions" ||
      folded.length > 300 ||
      /\bmeans?\b/.test(folded)
    )
      return [];
    const label =
      /^(?:excluded|exclusions?|not included|out of scope|by others|nicht enthalten|exclus|hors perimetre)(?: from [a-z ]{2,30})?(?: are)? ?[:|] ?/.exec(
        folded,
      );
    if (label !== null) return scope([], items(text.slice(label[0].length)));
    const tail =
      /^(.{3,120}?) (?:is|are) (?:expressly |specifically )?(?:excluded|out of scope|outside (?:the )?scope|not included|no part of|not part of|nicht enthalten|not covered)\b/.exec(
        folded,
      );
    if (tail !== null && !/\b(?:this|which|that|it|they|anything not listed)\b/.test(tail[1] ?? ""))
      return scope([], items(text.slice(0, (tail[1] ?? "").length)));
    const out = /\b(?:does not include|do not include|excludes?|not included(?: are)?:?) ([^.;]{3,160})/.exec(
      folded,
    );
    if (
      out !== null &&
      /\b(?:scope|services?|work|price|fee|sow|quote|proposal|estimate|project)\b/.test(
        folded.slice(0, out.index),
      )
    ) {
      const at = out.index + out[0].length - (out[1] ?? "").length;
      return scope([], items(text.slice(at, at + (out[1] ?? "").length)));
    }
    const within =
      /\b(?:in scope ?[:|]|scope (?:of (?:work|services) )?includes:?|services (?:comprise|consist of)) ([^.;]{3,200})/.exec(
        folded,
      );
    if (within !== null) {
      const at = within.index + within[0].length - (within[1] ?? "").length;
      return scope(items(text.slice(at, at + (within[1] ?? "").length)), []);
    }
    return [];
  },
};

const scope = (included: readonly string[], excluded: readonly string[]) =>
  included.length + excluded.length === 0
    ? []
    : [
        projection<"scope">({
          type: "scope",
          key: `scope|${[...included, "|", ...excluded].join("+").toLowerCase()}`,
          value: { included, excluded },
        }),
      ];

/** What counts as accepted, by silence or by whose signature, in seven languages. */
const acceptanceCue = new RegExp(
  [
    "\\b(?:failure|failing) to (?:object|respond|reject|comment)[^.;]{0,70}(?:accept|approv)\\w*",
    "\\babsence of (?:objection|comment)[^.;]{0,60}accept\\w*",
    "\\b(?:deemed|considered|treated as|taken as|regarded as|counts? as|stands? as|held to be)(?: to be| to have been| to have)? (?:finally )?(?:accepted|approved)\\b",
    "\\bfailing which[^.;]{0,40}accepted\\b",
    "\\bsilence is not acceptance\\b",
    "\\b(?:gilt|gelten)\\b[^.;]{0,50} als (?:abgenommen|genehmigt|angenommen|freigegeben|erfolgt)\\b",
    "\\b(?:repute|considere|tenu)\\w*(?: comme)? (?:accepte|receptionne|valide|approuve|conforme)\\w*",
    "\\b(?:consider|tendr|entend|entiend|dar)\\w*[^.;]{0,30} (?:aceptad|aprobad|recibid)\\w*",
    "\\b(?:intend|consider|riterr|riten)\\w*[^.;]{0,30} (?:accettat|approvat|collaudat)\\w*",
    "\\bconsidera\\w*(?:-se)?[^.;]{0,30} (?:aceit|aprovad)\\w*",
    "\\b(?:geldt|gelden|geacht|beschouwd)\\b[^.;]{0,60}\\b(?:aanvaard|geaccepteerd|goedgekeurd|opgeleverd)",
    "\\bmay sign acceptance\\b|\\b(?:authori[sz]ed|entitled) to (?:accept|approve)\\b",
    "\\bacceptance (?:is|shall be) (?:given|signed|made) by\\b",
  ].join("|"),
);
/** "Acceptance takes place when the site engineer signs the handover sheet." */
const signedBy =
  /\b(?:acceptance|sign-?off|handover|approval|(?:work|works|deliverables?|services?) (?:is|are)) (?:takes place|occurs|is complete|is given|is evidenced|accepted|approved|happens)? ?(?:only )?(?:when|once|by|on|upon) ((?:the |a |our |your )?[^,.;]{4,60}?)(?:'s (?:written |signed )?(?:signature|approval)| (?:signs?|countersigns?|approves?|confirms?|initials?))\b|\b(?:abnahme|freigabe) (?:erfolgt|wird erteilt) durch (?:unterschrift|freigabe|bestatigung) (?:des|der) ([^,.;]{4,40})|\b(?:recette|reception) (?:est )?prononcee par ([^,.;]{4,50})|\b(?:oplevering|acceptatie) (?:vindt plaats|geschiedt) (?:door|na) (?:ondertekening|goedkeuring) (?:door|van) ([^,.;]{4,40})|\b(?:aceptacion|recepcion|collaudo|accettazione|aceitacao) (?:se produce|se formaliza|avviene|ocorre|e feita) (?:mediante|con|com|con la|a) (?:la |a )?(?:firma|assinatura) (?:de|del|di|da|do) ([^,.;]{4,40})/;

/** "What is not rejected within ten business days counts as accepted", "S. Vo may sign acceptance." */
export const acceptanceFrame: CueFrame = {
  id: "acceptance",
  cue: new RegExp(`${acceptanceCue.source}|${signedBy.source}`),
  veto: /\b(?:offer|quote|proposal|order is deemed|notice(?:s)? (?:is|are|shall be) deemed|terms (?:are|is) deemed)\b/,
  project: (reading) => {
    const { folded, text } = reading;
    if (/\bsilence is not acceptance\b|\bnot (?:be )?deemed accepted\b/.test(folded))
      return [
        projection<"acceptance">({
          type: "acceptance",
          key: "acceptance",
          value: {},
          remainder: "silence is not acceptance",
        }),
      ];
    const days = reading.literals.find((literal) => literal.type === "quantity" && literal.unit === "day");
    const signer = signedBy.exec(folded);
    const signing = signer?.slice(1).find((words) => words !== undefined);
    const by =
      /\b((?:\p{Lu}\.|\p{Lu}[\p{Ll}]+)(?: \p{Lu}[\p{Ll}]+)+|\p{Lu}\. \p{Lu}[\p{Ll}]+) (?:may sign acceptance|is (?:authori[sz]ed|entitled) to (?:accept|approve))/u.exec(
        text,
      )?.[1] ?? (signer === null || signing === undefined ? undefined : printedWords(text, signer, signing));
    if (days?.type !== "quantity" && by === undefined) return [];
    return [
      projection<"acceptance">({
        type: "acceptance",
        key: "acceptance",
        value: {
          ...(by !== undefined && { by: [by] }),
          ...(days?.type === "quantity" &&
            /^\d+$/.test(days.value) && { deemedAfterDays: Number(days.value) }),
        },
        ...(days?.type === "quantity" &&
          days.isBusiness && {
            remainder: text.slice(days.start, days.end),
            questions: ["business-day-calendar"],
          }),
        taken: days === undefined ? [] : [days],
      }),
    ];
  },
};

/** Words of a match as printed, without their article. */
const printedWords = (text: string, match: RegExpExecArray, words: string): string => {
  const at = match.index + match[0].indexOf(words);
  return text.slice(at, at + words.length).replace(/^(?:the|a|our|your|le|la|el|il|lo|o|de|het) /iu, "");
};
