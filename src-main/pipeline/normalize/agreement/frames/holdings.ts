import type { DepositValue, RetentionValue } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame, Projection } from "../engine/frame.ts";
import { hasLexeme } from "../engine/reading.ts";
import { keepsOnly } from "../lexicon/lexemes.ts";
import { isReplacedBy } from "../literals/former-price.ts";
import type { Literal, PercentLiteral } from "../literals/literal.ts";
import { ofOccasion, perOccasion, projectMinimum } from "./minimum-value.ts";
import { countedNoun, periodIn } from "./usage.ts";
import { isBelowItself, isGivenBack, isLeastNow } from "./minimum-words.ts";
import { asSecurity, ofEachBill, releaseEvent, until, withheldTax } from "./security-words.ts";

const isPercent = (literal: Literal): literal is PercentLiteral => literal.type === "percent";

export const retentionFrame: Frame = {
  id: "retention",
  anchors: ["percent", "number"],
  fit: ({ anchor, reading, segment }) => {
    const words = reading.folded;
    if (anchor.type === "number" && !/^(?:0\.1|0\.05|0\.2)$/.test(anchor.value)) return 0;
    if (!isPercent(anchor) && anchor.type !== "number") return 0;
    if (withheldTax.test(words)) return 0;
    const next = reading.literals.find((other) => other.type === "percent" && other.start >= anchor.end);
    if (next !== undefined && isReplacedBy(anchor, next, words)) return 0;
    // "Deducts 7.5 % from each valuation as security": kept, whatever verb says so.
    if (isPercent(anchor) && asSecurity.test(words) && ofEachBill.test(words)) return 3.5;
    if (
      !reading.find("hold").some((span) => until.test(words) || !keepsOnly.test(reading.slice(span))) &&
      !hasLexeme(reading.unit.contexts.at(-1)?.folded ?? "", "hold")
    )
      return 0;
    if (
      /\b(?:records|data|employees?|bonus|self-insured|counsel|tax(?:es)?|customers|(?<=(?:retain|keep|hold)(?:s|ing)? (?:the |a )?)customer|income|payroll|ownership|title|rights|documents|at source|withholding tax)\b/.test(
        reading.slice(segment),
      )
    )
      return 0;
    return 1.5;
  },
  strong: ["hold"],
  heading: ["hold"],
  vetoes: ["insurance", "liability", "interest"],
  zones: { boilerplate: -0.3 },
  project: ({ reading, anchor, segment }) => {
    if (!isPercent(anchor) && anchor.type !== "number") return null;
    const percent =
      anchor.type === "number"
        ? decimalText(anchor.value === "0.1" ? "10" : anchor.value === "0.05" ? "5" : "20")
        : anchor.value;
    const all = reading.literals.filter(isPercent);
    const percents = all.filter(
      (one, index) =>
        all[index + 1] === undefined || !isReplacedBy(one, all[index + 1] ?? one, reading.folded),
    );
    if (
      percents.length > 1 &&
      percents[0] !== anchor &&
      reading.segmentOf(percents[0] ?? anchor).start === segment.start
    )
      return null;
    const step =
      /\b(?:at|after|upon|when|once|until) (?:the (?:work|contract|project) is )?(?:(\d{1,2}) ?(?:%|percent|per cent)|(half|fifty percent)(?: |-)?)(?: \(50 ?%\))? ?(?:of )?(?:complet\w*|the work|progress|of the contract)/.exec(
        reading.folded,
      );
    const after = percents.find(
      (literal) =>
        literal !== anchor && /\b(?:to|reduced? to|drops? to|then)[ :]*$/.test(reading.before(literal, 16)),
    );
    const nothing = /\b(?:then|thereafter|after which) (?:nothing|no (?:further|additional))/.test(
      reading.folded,
    );
    const at = step === null ? null : decimalText(step[1] ?? "50");
    const release = releaseEvent
      .exec(reading.folded)?.[1]
      ?.replace(/ (?:einbehalten|withheld|retained|held|is|are|shall|will)\b.*$/, "")
      .trim();
    const limit =
      /\b(?:limit(?:ed)?|stops?|maximum|cap(?:ped)?|up to)\b[^.;]{0,40}\bcontract (?:sum|price)/.exec(
        reading.folded,
      );
    const value: RetentionValue = {
      percent,
      ...(at !== null &&
        (after !== undefined || nothing) && { steps: [{ at, percent: after?.value ?? decimalText("0") }] }),
      ...(release !== undefined && { releaseOn: release }),
    };
    return projection<"retention">({
      type: "retention",
      key: "retention",
      value,
      questions: at !== null && after !== undefined ? ["step-down-on-all-or-rest"] : [],
      remainder: limit?.[0],
      taken: [
        ...(after === undefined ? [] : [after]),
        ...percents.filter((literal) => at !== null && literal.value === at),
      ],
    });
  },
};

const depositFollower =
  /^ ?(?:of [a-z ]{3,40} )?(?:\w+ ){0,2}?(?:deposit|down[- ]payment|advance|prepayment|booking fee|anzahlung|vorauszahlung|acompte|retainer deposit)\b/;
const depositGovernor =
  /\b(?:deposit|down[- ]payment|advance(?: payment)?|prepayment|booking fee|anzahlung|vorauszahlung|acompte|mobili[sz]ation payment)(?: required)?(?: is| of| in the amount of|:| due|von|de)*[ :(]*(?:an? |the )*$/;

export const depositFrame: Frame = {
  id: "deposit",
  anchors: ["percent", "money", "number"],
  fit: ({ anchor, reading, segment }) => {
    if (withheldTax.test(`${reading.before(anchor, 70)}#${reading.after(anchor, 40)}`)) return 0;
    if (anchor.type === "number" && !/^0\.(?:333333|5|25|2|1|3)$/.test(anchor.value)) return 0;
    // "Work is charged at £28 per hour and drawn from the prepaid balance": a price is no deposit.
    if (anchor.type === "money" && anchor.per.some(({ cadence }) => cadence === null)) return 0;
    const words = reading.slice(segment);
    if (
      !/\b(?:deposit|down[- ]?payment|advance(?: payment)? of|advance payment|prepay\w*|booking fee|on account|anzahlung|vorauszahlung|acompte|arrhes|before mobili[sz]ation|mobili[sz]ation payment|retainer)\b/.test(
        words,
      )
    )
      return 0;
    if (
      /\b(?:security deposit|bid deposit|escrow|deposit account|direct deposit|damage deposit|in advance\b(?!.*deposit)|deposit of|kaution)\b/.test(
        words,
      ) &&
      !/\bdeposit of\b/.test(words)
    )
      return 0;
    if (
      /\bretainer\b/.test(words) &&
      !/\b(?:deposit|advance|on account|drawn|replenish\w*|applied (?:to|against))\b/.test(reading.folded)
    )
      return 0;
    return 1.4;
  },
  strong: ["deposit"],
  heading: ["deposit"],
  governs: depositGovernor,
  follows: depositFollower,
  vetoes: ["insurance", "liability", "interest", "refund", "wage"],
  project: ({ reading, anchor }): Projection | null => {
    const evergreen = /\b(?:replenish\w*|restored? to|evergreen|topped? up)\b[^.;]{0,60}/.exec(
      reading.folded,
    );
    const share =
      anchor.type === "number"
        ? ({ "0.5": "50", "0.25": "25", "0.2": "20", "0.1": "10", "0.3": "30" } as Record<string, string>)[
            anchor.value
          ]
        : undefined;
    if (anchor.type === "number" && share === undefined) {
      return projection<"deposit">({
        type: "deposit",
        key: "deposit",
        value: {},
        remainder: reading.text.slice(anchor.start, anchor.end),
        questions: ["amount-not-exact"],
      });
    }
    if (anchor.type === "date" || anchor.type === "quantity" || anchor.type === "multiplier") return null;
    if (
      /\b(?:drops?|falls?) (?:under|below) (?:\S+ )?$/.test(reading.before(anchor, 22)) ||
      /\brestored? to (?:\S+ )?$/.test(reading.before(anchor, 20))
    )
      return null;
    const value: DepositValue =
      share !== undefined
        ? { percent: decimalText(share) }
        : anchor.type === "percent"
          ? { percent: anchor.value }
          : { amount: anchor.value };
    return projection<"deposit">({ type: "deposit", key: "deposit", value, remainder: evergreen?.[0] });
  },
};

const minimumGovernor =
  /\b(?:minimum(?: \w+){0,4}?(?: of| is| shall be|:)?|at least|not (?:be )?(?:less|fewer) than|no (?:less|fewer) than|floor of|mindestens jedoch|smallest [a-z ]{2,20} is|committed spend[a-z ]{0,24}:?|lower than|minimo (?:di|de)|minimaal|ten minste|au minimum|commit\w* to (?:spend|purchase|pay|buy|order|take)?(?: at least| a minimum of)?|guarantees?(?: at least)?|commitment(?: of| is|:)?|mindest\w*(?: von| betragt)?|mindestens|minimum garanti(?: de)?|fall(?:s)? short of|fall(?:s)? below|(?<!\bin )less than)[ :(]*(?:the sum of |a total of |a |an )*$/;

const ordersLeast =
  /(?<!\p{L})(?:orders?|books?|buys?|takes?|purchases?|commits? to|commande(?:ra)?|reserve(?:ra)?|bestellt|bucht|nimmt|bestelt|neemt|encargara?|contratara?|pedira?|ordina|ordinera|acquista|encomendara?|contratara?) (?:at least|not fewer than|no fewer than|a minimum of|mindestens|wenigstens|au moins|au minimum|al menos|como minimo|almeno|ten minste|minstens|minimaal|pelo menos|no minimo) $/u;

export const minimumFrame: Frame = {
  id: "minimum",
  anchors: ["money", "quantity", "number"],
  fit: (match) => {
    const { anchor, reading, segment } = match;
    const words = reading.slice(segment);
    // "At least four workshops a year": of things that no list of units knows, where they are ordered by the period.
    if (anchor.type === "number")
      return ordersLeast.test(reading.before(anchor, 60)) &&
        countedNoun(reading, anchor) !== null &&
        periodIn(reading.after(anchor, 60).split(/[.;]/)[0] ?? "") !== null
        ? 3
        : 0;
    if (
      /\b(?:insurance|insures?|insured|coverage|wage|term|order size|minimum (?:purchase )?(?:order|release|call-?off|purchase)s?|balance|notice|experience|liabilit\w*|net worth|credit|age|rating|days'?|retainer balance)\b/.test(
        words,
      ) &&
      !/\b(?:fees?|charges?|spend|billed|billing|invoice)\b/.test(words)
    )
      return 0;
    if (anchor.type === "quantity") {
      const isWorked = anchor.unit === "hour" || anchor.unit === "day";
      if (isBelowItself(reading, anchor)) return 4.4;
      if (anchor.isTime && !isWorked && !(anchor.unit === "minute" && isLeastNow(reading, anchor))) return 0;
      // "For at least 90 days following the end": how long something goes on.
      if (anchor.isTime && /^ ?(?:following|after|before|prior)\b/.test(reading.after(anchor, 12))) return 0;
      if (
        !/\b(?:billed|invoiced|charged|commit\w*|guarantee\w*|take|purchase|orders?|commande|bestellt|bestelt|encarga|ordina|encomenda|books?|garanti\w*|abnimmt|abnahme|afneemt|afname|pays?|(?:service call|visit|dispatch|call-?out|job|trip|shift|session|appointment|service visit)s? (?:has|have|carr\w+|is subject to|are subject to|with) an? |minimum (?:volume|quantity|commitment|purchase|order|monthly|annual|billing)|regardless)\b/.test(
          words,
        ) &&
        !hasLexeme(words, "charge") &&
        !hasLexeme(words, "invoice") &&
        !perOccasion.test(words) &&
        !ofOccasion.test(words)
      )
        return 0;
      // A minimum beside an hourly price is part of that price.
      if (
        reading.literals.some(
          (literal) => literal.type === "money" && literal.per.some((per) => per.unit === anchor.unit),
        )
      )
        return 0;
      // Dotted leaders part a label from its figure by as many points as the line has room for.
      const before = reading.before(anchor, 140).replace(/[ .…·_]{4,}$/u, " ");
      return minimumGovernor.test(before.slice(-50)) ||
        isLeastNow(reading, anchor) ||
        /\b(?:as a minimum|minimum)\b/.test(reading.after(anchor, 40)) ||
        /\b(?:take|commits|guarantees|regardless)\b/.test(words)
        ? 1.2
        : 0;
    }
    if (anchor.type !== "money" || isGivenBack(reading, anchor)) return 0;
    // The bound of "jobs below $150 are billed at $150" is the sum that is charged, said once more.
    const isSaidAgain = reading.literals.some(
      (other) => other.type === "money" && other.start > anchor.end && other.value === anchor.value,
    );
    if (anchor.bound === "<" && isSaidAgain) return 0;
    if (isLeastNow(reading, anchor)) return 4.4;
    return minimumGovernor.test(reading.before(anchor, 60)) ||
      /^ ?(?:(?:\w+ ){0,3}?(?:minimum|floor|commitment)|at (?:the )?(?:very )?least)\b/.test(
        reading.after(anchor, 34),
      ) ||
      /\b(?:greater|higher) of\b/.test(words) ||
      /\bshortfall\b/.test(words)
      ? 1.3
      : 0;
  },
  strong: ["minimum"],
  weak: ["money_noun"],
  heading: ["minimum"],
  governs: minimumGovernor,
  vetoes: ["insurance", "liability", "wage", "notice", "response"],
  project: projectMinimum,
};
