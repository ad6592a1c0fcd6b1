import { asksForAcceptance } from "../../../../../src-shared/wording/index.ts";
import { projection } from "../engine/frame.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { bareName, isName, printedName } from "./person-names.ts";

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

const noun =
  "acceptances?|sign-?offs?|approvals?|abnahmen?|freigaben?|recette|reception|validation|aceptacion|aprobacion|accettazione|approvazione|collaudo|aceitacao|aprovacao|oplevering|acceptatie|goedkeuring";
const verb =
  "accept(?:s|ed|er|eren)?|approve[sd]?|signs? off|abnehmen|abzunehmen|abgenommen|freigegeben|freigeben|valider|receptionner|aceptar|aprobar|accettare|approvare|collaudare|aceitar|aprovar|aanvaarden|goedkeuren";
const entitled =
  "only|solely|authori[sz]ed|entitled|empowered|competent|nur|allein|ausschliesslich|berechtigt|befugt|bevollmachtigt|zustandig|seule?s?|uniquement|habilite\\w*|autorise\\w*|solo|solamente|unicamente|facultad[oa]s?|autorizad[oa]s?|autorizzat[oaie]|abilitat[oaie]|so|apenas|alleen|uitsluitend|bevoegd|gemachtigd";
/** Who gives an acceptance: "acceptance is given by …", "only … may accept", "zur Abnahme berechtigt ist …". */
const givenBy = new RegExp(
  `\\b(?:${noun})\\b[^.;]{0,60} (?:by|durch|vom|von|par|por|pelo|pela|da|dal|dalla|door)\\b|\\b(?:${entitled})\\b[^.;]{0,80}\\b(?:${noun}|${verb})\\b|\\b(?:${noun}|${verb})\\b[^.;]{0,60}\\b(?:${entitled})\\b`,
);

/** Whether a sentence says who accepts: the people in it do not do the work. */
export const saysWhoAccepts = (folded: string): boolean => givenBy.test(folded);

const people = new RegExp(`(?<![\\p{L}'’&-])(${printedName})(?![\\p{L}&])`, "gu");

const alone = /^(?:Only|Solely|Nur|Allein|Seule?|Solo|Só|Apenas|Alleen) (?=\p{Lu}\S* \p{Lu})/u;
const article = /^(?:The|Any|Each|All|Die|Der|Das|Le|La|Les|El|Los|Las|Il|Lo|De|Het|Os?|As?) /u;

/** A definition speaks of a word, not of who accepts. */
const defines = /\b(?:means?|shall mean|bedeutet|designe|significa)\b|\(the "/;
/** Right before one who accepts: the preposition of a deed, "only", another name, or the title of the office. */
const beforeAccepter =
  /(?:^|[(:;,–-] ?|(?<!\p{L})(?:by|only|solely|and|or|namely|mrs?|ms|through|to|is|are|durch|von|vom|nur|ist|sind|und|oder|herrn?|frau|par|seule?s?|est|et|ou|mm?e?|por|solo|solamente|es|son|y|o|da|dal|dalla|e|ed|pelo|pela|apenas|so|door|alleen|en|of|van|manager|director|lead|leiter\p{L}*|engineer|owner|sponsor|controller)\.? (?:["'“„]|(?:dott|sig|ing|dr|prof|dhr|mevr)\.? )*)$/iu;
/** Right behind one who accepts. */
const behindAccepter =
  /^[^.;]{0,40}? (?:may|can|must|shall|will|is|are|has|signs?|approves?|accepts?|confirms?|kann|darf|ist|sind|nimmt|gibt|peut|est|puede|es|firma|puo|firma|pode|mag|kan|is|zijn)(?!\p{L})/iu;

/** The people whom such a sentence names, each where one who accepts stands. */
const namedIn = (text: string, facts: DocumentFacts): readonly string[] => [
  ...new Set(
    [...text.matchAll(people)].flatMap(({ index, 0: hit, 1: printed = "" }) =>
      isName(printed, facts) &&
      (beforeAccepter.test(text.slice(Math.max(0, index - 40), index)) ||
        (index === 0 && behindAccepter.test(text.slice(index + hit.length)))) &&
      !article.test(printed) &&
      !asksForAcceptance(printed)
        ? [bareName(printed).replace(alone, "")]
        : [],
    ),
  ),
];

/** "What is not rejected within ten business days counts as accepted", "S. Vo may sign acceptance." */
export const acceptanceFrame: CueFrame = {
  id: "acceptance",
  cue: new RegExp(`${acceptanceCue.source}|${signedBy.source}|${givenBy.source}`),
  veto: /\b(?:offer|quote|proposal|order is deemed|notice(?:s)? (?:is|are|shall be) deemed|terms (?:are|is) deemed)\b/,
  project: (reading, _, facts) => {
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
    const isDeemed = acceptanceCue.test(folded) || signedBy.test(folded);
    const days = isDeemed
      ? reading.literals.find((literal) => literal.type === "quantity" && literal.unit === "day")
      : undefined;
    const signer = signedBy.exec(folded);
    const signing = signer?.slice(1).find((words) => words !== undefined);
    const named = saysWhoAccepts(folded) && !defines.test(folded) ? namedIn(text, facts) : [];
    const role = signer === null || signing === undefined ? [] : [printedWords(text, signer, signing)];
    const by = named.length > 0 ? named : role;
    if (days?.type !== "quantity" && by.length === 0) return [];
    return [
      projection<"acceptance">({
        type: "acceptance",
        key: "acceptance",
        value: {
          ...(by.length > 0 && { by }),
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
