import { foldWording } from "./fold.ts";
import { legalForms } from "./legal-forms.ts";
import { nameSimilarity } from "./name-similarity.ts";

/** A legal name taken apart for comparing. */
export interface PartyName {
  /** Folded words without the legal form, joined by one space. */
  readonly core: string;
  /** One canonical word for the legal form ("ltd"), or `null`. */
  readonly legalForm: string | null;
  /** The core with look-alike letters of other scripts mapped to Latin: proposes, never decides. */
  readonly skeleton: string;
  /** Whether the print holds look-alike letters, mixed scripts or invisible marks. */
  readonly isSuspicious: boolean;
}

const confusables: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  ѕ: "s",
  і: "i",
  ј: "j",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  ɡ: "g",
  ɑ: "a",
  α: "a",
  β: "b",
  ε: "e",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  ӏ: "l",
  ı: "i",
  һ: "h",
  ь: "b",
  ԍ: "g",
  ո: "n",
  օ: "o",
  ս: "u",
  հ: "h",
  ց: "g",
  ɩ: "i",
  ɪ: "i",
  ʟ: "l",
  ɴ: "n",
  ʀ: "r",
  ꜱ: "s",
  ƅ: "b",
  ɋ: "q",
  ꓲ: "i",
  ꓳ: "o",
  ꓮ: "a",
  γ: "y",
  η: "n",
  ω: "w",
  σ: "o",
};
const latin = /\p{Script=Latin}/u;
const foreign = /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/u;
/** Letters of the Latin script itself that are made to look like others. */
const disguised = /[\u0251\u0261\u0269\u026a\u0274\u0280\u029f\ua731\u0185\u024b]/u;
/** Marks that nobody sees: zero width, direction, tags, selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Legal forms that are written with letters that look Latin. */
const foreignForms: ReadonlySet<string> = new Set(
  "ооо оао ао зао пао тов ад оод еоод αε α ε οε εε επε ικε".split(" "),
);

/** A word of two scripts, or one that is all look-alikes beside words of the Latin script. */
const hasLookAlikes = (folded: string): boolean => {
  const words = folded.split(" ");
  const isBesideLatin = words.some((word) => latin.test(word) && !foreign.test(word));
  return words.some((word) => {
    if (disguised.test(word)) return true;
    if (!foreign.test(word) || foreignForms.has(word)) return false;
    const letters = Array.from(word).filter((letter) => /\p{L}/u.test(letter));
    return latin.test(word) || (isBesideLatin && letters.every((letter) => letter in confusables));
  });
};

/** What contracts call a firm by right before its name: "die Kanzlei Kühn & Partner mbB", "la società Rossi S.r.l.". */
const callings =
  /^(?:(?:die|der|la|le|de|l) )?(?:kanzlei|firma|fa|ditta|societe|sociedad|societa|sociedade|entreprise|empresa|impresa|azienda|mercantil|bedrijf|gesellschaft|m s|messrs) (?=\p{L}+ \p{L})/u;

const names = new Map<string, PartyName>();
const mostNamesKept = 20_000;

/** Takes a name apart: "ACME Services, L.L.C." has the core "acme services" and the form "llc". */
export function partyNameOf(name: string): PartyName {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= mostNamesKept) names.clear();
  const parsed = readPartyName(name);
  names.set(name, parsed);
  return parsed;
}

function readPartyName(name: string): PartyName {
  const folded = foldWording(name)
    .replaceAll("&", " and ")
    .replaceAll("+", " and ")
    .replace(/[’'`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(callings, "");
  let core = folded;
  let legalForm: string | null = null;
  for (const [pattern, form] of legalForms) {
    if (core.endsWith(` ${pattern}`)) {
      core = core.slice(0, -pattern.length - 1);
      legalForm = form;
      break;
    }
  }
  const skeleton = skeletonOf(core);
  return { core, legalForm, skeleton, isSuspicious: hasLookAlikes(folded) || invisible.test(name) };
}

const skeletonOf = (text: string): string =>
  Array.from(text)
    .map((letter) => confusables[letter] ?? letter)
    .join("")
    .replaceAll(" ", "")
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("i", "l")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");

/** Whether two names look the same on paper, legal forms included, and are not written with the same letters. */
const isDisguise = (first: string, second: string): boolean => {
  const [one, other] = [foldWording(first), foldWording(second)];
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
  return plain(one) !== plain(other) && skeletonOf(plain(one)) === skeletonOf(plain(other));
};

export type NameAgreement = "same" | "form-missing" | "form-differs" | "look-alike" | "similar" | "different";

/** How two legal names stand to each other. Only "same" is the same entity; the rest needs a person or more proof. */
export function compareNames(first: string, second: string): NameAgreement {
  const known = agreements.get(first)?.get(second);
  if (known !== undefined) return known;
  if (agreements.size >= mostNamesKept) agreements.clear();
  const found = relateNames(first, second);
  const ofFirst = agreements.get(first) ?? new Map<string, NameAgreement>();
  if (ofFirst.size >= mostNamesKept) ofFirst.clear();
  ofFirst.set(second, found);
  agreements.set(first, ofFirst);
  return found;
}

/** Of each name that was compared, how others stand to it: the parties of a batch are few and its invoices many. */
const agreements = new Map<string, Map<string, NameAgreement>>();

function relateNames(first: string, second: string): NameAgreement {
  const [one, other] = [partyNameOf(first), partyNameOf(second)];
  if (one.core === other.core && one.core !== "") {
    if (one.isSuspicious !== other.isSuspicious) return "look-alike";
    if (one.legalForm === other.legalForm) return "same";
    return one.legalForm === null || other.legalForm === null ? "form-missing" : "form-differs";
  }
  if (one.skeleton === other.skeleton && one.skeleton !== "") {
    const isSpacing = one.core.replaceAll(" ", "") === other.core.replaceAll(" ", "");
    return isSpacing && !one.isSuspicious && !other.isSuspicious ? "form-missing" : "look-alike";
  }
  if (isDisguise(first, second)) return "look-alike";
  if (one.legalForm !== null && one.legalForm === other.legalForm && hasSameWords(one, other)) return "same";
  if (isFormGoingOn(first, second)) return "form-missing";
  return nameSimilarity(one.core, other.core) >= 0.5 ? "similar" : "different";
}

/** What may follow a legal form and belongs to it: "S.n.c. di Rossi Paolo & C.", "Soc. Coop. Agr.", "Lda Unipessoal". */
const formGoesOn =
  /^(?:di [\p{L} ]+ e c|di [\p{L} ]+|agr(?:icola)?|sociale|a r l|arl|per azioni|unipersonale|unipessoal|in liquidation|i l|onlus|agr a r l)$/u;

/** Whether one name is the other with its legal form written out further. */
function isFormGoingOn(first: string, second: string): boolean {
  const plain = (text: string): string =>
    foldWording(text)
      .replaceAll("&", " e ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const [short, long] = [plain(first), plain(second)].toSorted((one, other) => one.length - other.length);
  if (short === undefined || long === undefined || !long.startsWith(`${short} `)) return false;
  const shorter = first.length < second.length ? first : second;
  return partyNameOf(shorter).legalForm !== null && formGoesOn.test(long.slice(short.length + 1));
}

/** "Moosbrugger Tischlerei" and "Tischlerei Moosbrugger": the same words in another order. */
function hasSameWords(one: PartyName, other: PartyName): boolean {
  const sorted = ({ core }: PartyName): string => core.split(" ").toSorted().join(" ");
  return !one.isSuspicious && !other.isSuspicious && sorted(one) === sorted(other);
}

/**
 * Whether one name is the other with words lost at its head, or lost with its legal form at its end: what a line break
 * or a word beside it makes of a name. "Treuhand AG" of "Lutz & Aebischer Treuhand AG", never "Acme UK Ltd" of "Acme Ltd".
 */
export function isCutName(first: string, second: string): boolean {
  const [one, other] = [partyNameOf(first), partyNameOf(second)];
  if (one.isSuspicious || other.isSuspicious) return false;
  const whole = ({ core, legalForm }: PartyName): string => [core, legalForm ?? ""].join(" ").trim();
  const [short, long] = whole(one).length < whole(other).length ? [one, other] : [other, one];
  if (short.core === "" || whole(short) === whole(long)) return false;
  const isTail =
    ` ${whole(long)}`.endsWith(` ${whole(short)}`) ||
    // Nothing but the legal form is left of it.
    legalForms.some(([pattern, form]) => pattern === short.core && form === long.legalForm);
  return (
    isTail ||
    (short.legalForm === null && long.legalForm !== null && `${long.core} `.startsWith(`${short.core} `))
  );
}
