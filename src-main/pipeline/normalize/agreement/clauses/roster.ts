import { foldText } from "../../values/fold.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import { projection } from "../engine/frame.ts";
import type { Projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { isRole } from "../lexicon/roles.ts";
import {
  namesCrew,
  namesSoleWorkers,
  notCrew,
  ofSide,
  ordersWork,
  signsForSide,
} from "../lexicon/work-words.ts";
import { saysWhoAccepts } from "./acceptance.ts";
import { joiningAtStart, roleOfJoining } from "../lexicon/joining-words.ts";
import { bareName, isName, printedName } from "./person-names.ts";

export interface Person {
  readonly name: string;
  readonly role: string | null;
}

const people = new RegExp(`(?<![\\p{L}'’&-])(${printedName})(?![\\p{L}&])`, "gu");

/**
 * Names of the people who do the work, each with what they are.
 *
 * A name counts by its shape and by what ties it to the work: a label or subject that names the crew ("Trainers are",
 * "Team:"), or a role that stands beside it, in whatever order ("our paralegal, Joan Reyes", "Ana Ruiz (Lead)").
 */
export const rosterFrame: CueFrame = {
  id: "roster",
  cue: /./,
  project: (reading, _, facts) => rosterOf(...peopleIn(reading, facts)),
};

/** @param joining the words by which they come to those who work already, whose roster stands */
export const rosterOf = (found: readonly Person[], joining: string | null = null): readonly Projection[] =>
  found.length === 0
    ? []
    : [
        projection<"roster">({
          type: "roster",
          key: `roster|${found.map((entry) => entry.name).join("+")}`,
          value: { people: found },
          ...(joining !== null && { conditions: [joining] }),
        }),
      ];

function peopleIn(
  reading: Reading,
  facts: DocumentFacts,
): readonly [people: readonly Person[], joining: string | null] {
  const { text, folded, unit } = reading;
  if (unit.zone === "signature" || text.length > 600 || saysWhoAccepts(folded)) return nobody;
  if (signatureMark.test(text) || opensWithParty(reading, facts)) return nobody;
  const [label, from] = labelOf(reading);
  if (
    label !== null &&
    (ordersWork.test(label) || signsForSide.test(label) || (notCrew.test(label) && !namesCrew(label)))
  )
    return nobody;
  const isListed = label !== null && namesCrew(label);
  const named = [...text.matchAll(people)].filter(({ 1: name = "" }) => isName(name, facts));
  const isSole =
    named[0] !== undefined &&
    namesSoleWorkers(folded, named[0].index) &&
    !notCrew.test(folded.replace(/(?<![a-z])by(?![a-z])/g, " "));
  const isListOfRoles = listsRoles(reading, named);
  let joins: string | null = null;
  const found: { name: string; role: string | null; end: number }[] = [];
  for (const match of named) {
    const printed = match[1] ?? "";
    if (match.index < from) continue;
    const before = text.slice(Math.max(0, match.index - 48), match.index);
    const behind = text.slice(match.index + printed.length, match.index + printed.length + 60);
    if (signedOn.test(text.slice(match.index + printed.length, match.index + printed.length + 90))) continue;
    if (isDetermined.test(before) || isAddressed.test(before) || isOfContents.test(behind)) continue;
    if (/["\u201c]$/.test(before) || /^ ?["\u201d]/.test(behind)) continue;
    const joining = joiningAtStart(
      text.slice(match.index + printed.length, match.index + printed.length + 140),
    );
    joins ??= joining;
    const role =
      (joining === null ? null : roleOfJoining(joining)) ?? roleBehind(behind) ?? roleBefore(before);
    const isSubject = joining !== null || isListed || isSole || followsCrew(folded.slice(from, match.index));
    // "Kim Visser, coordinator" alone on a line is who signs.
    const isAlone = role !== null && match.index < 3 && behind.length <= role.length + 4;
    if ((role === null || isAlone) && !isSubject) continue;
    const isNamedWork = role !== null && (isListOfRoles || isRole(role) || namesCrew(foldText(role)));
    if (role !== null && !isSubject && !isNamedWork) continue;
    if (
      !isSubject &&
      (signs.test(foldText(before)) || signs.test(aheadOf(role, before)) || ofSide.test(foldText(role ?? "")))
    )
      continue;
    if (!isSubject && signsForSide.test(foldText(behind.slice(endOf(role, behind))))) continue;
    found.push({ name: bareName(printed), role, end: match.index });
  }
  if (found.length === 0) return nobody;
  // "Tuck, Fagg and Bello (packers)": a role in brackets is that of all before it that have none.
  let last: string | null = isListed && isRole(label ?? "") ? (label ?? null) : null;
  const filled = [...found].reverse().map((person) => {
    last = person.role ?? last;
    return { name: person.name, role: person.role ?? last };
  });
  return [filled.reverse(), joins];
}

const nobody = [[], null] as const;

/** "Any Third Party", "the Execution Date": what is told apart like this is a thing that the contract defines. */
const isDetermined =
  /(?:^|[^\p{L}])(?:the|an?|any|each|every|such|all|no|this|that|these|those|its|their|other|said|both|either|neither|applicable|relevant|les|ces|cette|chaque|toute|jede[rsmn]?|alle|diese[rsmn]?|cada|ogni|elke) $/iu;

const isAddressed = /(?:^|\P{L})(?:attn|attention|c\/o|fao|z\. ?hd\.?)[.:]? ?$/iu;
/** "5.5 Enforceable Restraint ..... 28": a page of a table of contents. */
const isOfContents = /^[ .\u2026\u00b7]*\d{1,3}$/u;

/** "Jens Kolb (programmer), Ana Arslan (fitter)": several names, each with what it is in brackets, are a crew. */
const listsRoles = ({ text, folded }: Reading, named: readonly RegExpExecArray[]): boolean =>
  named.filter(({ 0: whole, index }) => inBrackets.test(text.slice(index + whole.length))).length > 1 &&
  !notCrew.test(folded) &&
  enumerates.test(folded);

/** Who signs stands beside another with room between them, not in a list. */
const enumerates = /\)(?:[,;]| and| und| et| y| e| en) /u;
const inBrackets = /^ ?\(\p{L}[\p{L} /.-]{2,40}\)/u;

/** "Maya Lindholm, CEO, 7/30/2026": a day at the end of the line, right behind what somebody is, is that of signing. */
const signedOn =
  /^,? ?\p{L}[^,;:\n]{1,44}, ?(?:dated? ?:? ?)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\p{L}+ \d{1,2}, \d{4}|\d{1,2}\.? (?:de )?\p{L}+ (?:de )?\d{4})[. ]*(?:$|\n| \p{Lu})/u;

/** "Consultant: Elm Grounds Ltd, 6 Mill Place, Old Leigh": a party and where it lives, and nobody who works. */
function opensWithParty({ folded }: Reading, { partyNames }: DocumentFacts): boolean {
  const behind = /^[^:|.;]{3,46}?[:|] ?(.*)$/u.exec(folded)?.[1];
  return behind !== undefined && partyNames.some((name) => behind.startsWith(foldText(name)));
}

/** The label of the unit itself, folded, and where its text begins. */
function labelOf({ unit, folded }: Reading): readonly [string | null, number] {
  const own = /^([^:|.;]{3,46}?) ?[:|] /.exec(folded);
  if (own?.[1] !== undefined && /^(?:sub-?)?contractor$/.test(own[1])) return [null, 0];
  if (own?.[1] !== undefined) return [own[1], own[0].length];
  const inner = unit.contexts.at(-1);
  if (inner === undefined || inner.folded.length > 46) return [null, 0];
  return [inner.folded.replace(/[:.]$/, ""), 0];
}

/** "Trainers are …", "equipo formado por …": the crew as the subject right before a list of names. */
function followsCrew(before: string): boolean {
  const subject =
    /(?:^|[.;:,] )([^.;:,]{3,40}?) (?:is|are|consists? of|comprises?|includes?|will be|sind|ist|besteht aus|est|sont|sera|seront|se compose de|composee? de|es|son|sera|seran|formado por|compuesto por|e|sono|sara|saranno|composta da|sao|constituida por|is|zijn|bestaat uit) (?:[^.;:]{0,120}(?:, | and | und | et | y | e | en ))?(?:dr\.? |mr\.? |ms\.? )?$/u.exec(
      before,
    );
  return subject?.[1] !== undefined && namesCrew(subject[1]);
}

/** "(Lead)", ", an associate", ": Partner", " - QA", "as foreman". */
function roleBehind(behind: string): string | null {
  const match =
    /^ ?\(([^)]{2,40})\)|^,? (?:our|the|an?|as|as an?|als|comme|en tant que|como|come|unsere?|notre|nuestr[oa]|il nostro|onze) ([\p{L}][\p{L} /-]{1,40}?)(?=[,;.)]|$| at | for | will | bills| on | from )|^ ?[:|–-] ?([\p{L}][\p{L} /.-]{1,34}?)(?=[,;.|]|$)|^, ([\p{L}][\p{L} /.-]{1,34}?)(?=[,;.]|$)/u.exec(
      behind,
    );
  const role = (match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? "").trim();
  if (
    role === "" ||
    / (?:of|for|to|the|von|de|du)$/.test(role) ||
    /["\u201c\d]|(?:^| )(?:by|designated|appointed) |^(?:and|und|et|y|e|en|or) /.test(role)
  )
    return null;
  return match?.[1] !== undefined || isRole(role) || namesCrew(foldText(role)) ? role : null;
}

const endOf = (role: string | null, behind: string): number =>
  role === null || !behind.includes(role) ? 0 : behind.indexOf(role) + role.length;

/** "our paralegal, Joan Reyes", "foreman Abt". */
function roleBefore(before: string): string | null {
  const match = /([\p{L}][\p{L}-]*(?: [\p{L}-]+){0,2}),? (?:Mr|Ms|Mrs|Dr|Herr|Frau|M|Mme)?\.? ?$/u.exec(
    before,
  );
  if (match?.[1] === undefined) return null;
  const parts = match[1].split(" ");
  for (let from = 0; from < parts.length; from += 1) {
    const role = parts.slice(from).join(" ");
    // "Manager of Public Works": what stands behind is no name of a manager.
    if (/ (?:of|for|to|the|von|de|du|di|van|do|da)$/.test(role)) continue;
    if (isRole(role) && !/^\p{Lu}/u.test(parts.at(-1) ?? "")) return role;
  }
  return null;
}

/** "… signed by the practice manager, Ms": the words before whose role it is. */
const aheadOf = (role: string | null, before: string): string =>
  role === null || !before.includes(role)
    ? ""
    : foldText(before.slice(0, before.lastIndexOf(role))).replace(/(?:the|our|its|their|your) $/u, "");

/** What stands for a signature in a copy: "/s/ Ann Reed", "sd/- Ann Reed", "gez. Ann Reed", "(signé)". */
const signatureMark =
  /\/s\/|(?<!\p{L})sd\/-|(?<!\p{L})gez\.|e\. ?h\.|\((?:signed|signé|firmado|firmato|assinado|getekend|gezeichnet)\)/iu;

/** Right before the name of who signs, receives or is asked. */
const signs =
  /(?:signed|signature|attn|attention|contact(?: person)?|point of contact|ansprechpartner(?:in)?|personne de contact|interlocut(?:eur|rice)|interlocutora?|persona (?:de contacto|di contatto)|pessoa de contact?o|contactpersoon|represented by|(?<!carried out |performed |led |done |assisted |supported |helped |joined |backed |supervised |undertaken |conducted |delivered |provided |handled |managed |run )by|for (?:the )?(?:customer|client|company|contractor|supplier|agency|council|buyer|seller|provider|hirer)|notices? (?:go |to |are sent )*to|gez|i ?a|ppa|vertreten durch|represente par|fur (?:den|die) \p{L}+|pour (?:le|la|l) \p{L}+|por (?:el|la) \p{L}+|per il \p{L}+|voor (?:de|het) \p{L}+|pel[oa] \p{L}+|agreed|accepted|approved|confirmed)[ :.,/()-]*$/u;
