import { compare, decimalText } from "../../../../../src-shared/money/index.ts";
import type { Frame, FrameMatch } from "../engine/frame.ts";
import type { LexemeClass } from "../lexicon/lexemes.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { withheldTax } from "./security-words.ts";
import { formerFigures } from "../literals/former-price.ts";
import type { LiteralType } from "../literals/literal.ts";

/** A number that bills nothing: it takes the literal away from every term and leaves no residue. */
function distractor(
  id: string,
  anchors: readonly LiteralType[],
  strong: readonly LexemeClass[],
  more: Partial<Pick<Frame, "fit" | "governs" | "follows" | "heading" | "vetoes" | "zones">> = {},
): Frame {
  return {
    id,
    anchors,
    strong,
    heading: more.heading ?? [],
    fit: more.fit ?? (() => 1),
    project: null,
    ...more,
  };
}

/** "8.3 Price Inclusive": the number of a clause before its heading; "1.5 Hours" counts hours. */
const isClauseNumber = (text: string, anchor: FrameMatch["anchor"]): boolean =>
  /^\d{1,2}(?:\.\d{1,2}){1,3} \p{Lu}\p{Ll}/u.test(text) &&
  (anchor.type === "number" || (anchor.type === "quantity" && unitOfWord(anchor.unit) === null));

const isDays = ({ anchor }: FrameMatch): number =>
  anchor.type === "quantity" && anchor.isTime ? 1 : anchor.type === "number" ? 0.6 : 0;

const ofDiscount =
  /(?<![\p{L}])(?:discounts?|rebates?|\p{L}*rabatt|nachlass|remises?|descuento|sconto|desconto|korting)(?![\p{L}])/u;

/** What securities are sold, kept or exercised at. */
const ofSecurities =
  /\b(?:par value|exercise price|strike price|warrants?\b[^#]{0,50}|common stock|preferred stock|ordinary shares|nominal value)\b[^#]*#|# ?(?:\w+ ){0,3}par value/u;
const bearsCosts =
  /\b(?:responsible|liable) for (?:up to )?$|\b(?:bear|bears|share|fund|funds|assume|assumes) (?:up to )?$/u;

/** Smaller sums are prices as often as not. */
const leastLimit = decimalText("500000");

/** Where a change names the old price beside the new one, only the old one is history. */
function standsBesideFormer({ anchor, reading }: FrameMatch): number {
  const former = formerFigures(reading.literals, reading.folded);
  return former.size > 0 && !former.has(anchor) ? 0 : 1;
}

/** Words of what is paid for something, a cover among them. */
const pays =
  /(?<!\p{L})(?:charg\p{L}*|bill\p{L}*|invoic\p{L}*|premium|costs?|pric\p{L}*|berechn\p{L}*|kost\p{L}*|pramie\p{L}*|factur\p{L}*|prime|cout\p{L}*|prix|prima|cuesta\p{L}*|precio|fattur\p{L}*|premio|costa\p{L}*|prezzo|premie|prijs|fatur\p{L}*|custa\p{L}*|preco)(?!\p{L})/u;

/** "Transport £400, insurance £120": the name alone may be that of a price; deductions come "per occurrence" too. */
const nameOfCover =
  /^(?:per occurrence|insurances?|insurance cover|cover|[a-z]*versicherung(?:en)?|assurances?|seguros?|assicurazion[ei]|verzekering(?:en)?)$/;

/** A sentence that insures something and speaks of no price: all of its sums are what is insured. */
const isOfInsurance = (reading: FrameMatch["reading"]): boolean =>
  reading.find("insurance").some((span) => !nameOfCover.test(reading.slice(span))) &&
  !pays.test(reading.folded) &&
  !reading.has("fee") &&
  !reading.has("rate") &&
  // "Insured guards, 24.50 per hour" have a price; a sum per claim or per year is a cover.
  reading.literals.every(
    (literal) =>
      literal.type !== "money" ||
      literal.per.every(
        ({ unit }) =>
          /^(?:year|claim|event|occurrence|case|incident)$/.test(unit) || unitOfWord(unit) === null,
      ),
  );

/** Section 7 of the design: numbers that bill nothing, by nearest cue and zone. */
export const distractorFrames: readonly Frame[] = [
  distractor("insurance", ["money", "percent"], ["insurance"], {
    fit: ({ reading, segment, anchor }) =>
      anchor.type === "money" && isOfInsurance(reading)
        ? 9
        : /\b(?:fee|charge)\b/.test(reading.slice(segment)) &&
            !/\b(?:insur\w*|coverage|polic(?:y|ies)|limits?|bond|deductible)\b/.test(reading.folded)
          ? 0
          : 1,
    heading: ["insurance"],
    governs:
      /\b(?:coverage|policy|limits?|insurance|deductible)\b[a-z ]{0,20}(?: of| not less than| at least|:)? ?$/,
    follows:
      /^ ?(?:per occurrence|in the aggregate|aggregate|each (?:occurrence|accident|claim)|combined single limit)/,
  }),
  // Cover and limits come in round hundreds of thousands, often beside nothing but the name of a policy.
  distractor("round-limit", ["money"], [], {
    fit: ({ anchor, reading }) =>
      anchor.type === "money" &&
      /^\d{0,4}[1-9]\d*0{5}(?:\.0+)?$/.test(anchor.value) &&
      compare(anchor.value, leastLimit) >= 0 &&
      anchor.per.length === 0 &&
      !reading.has("charge") &&
      !reading.has("fee") &&
      !reading.has("rate") &&
      !/\b(?:value|sum|order|contract)\b/.test(reading.folded) &&
      reading.unit.contexts.every(({ folded }) => !/\b(?:price|sum|fees?|value)\b/.test(folded))
        ? 9
        : 0,
  }),
  // "A discount of 10 % on all fees, capped at 120.00 per invoice": how much the share may come to.
  distractor("capped-share", ["money"], [], {
    fit: ({ anchor, reading }) =>
      anchor.bound === "<=" &&
      ofDiscount.test(reading.folded.slice(0, anchor.start)) &&
      reading.literals.some(({ type, end }) => type === "percent" && end <= anchor.start)
        ? 9
        : 0,
  }),
  distractor("liability", ["money", "percent", "quantity"], ["liability"], {
    heading: ["liability"],
    fit: ({ anchor }) => (anchor.type === "quantity" ? 0.4 : 1.2),
    zones: { boilerplate: 0.6 },
  }),
  distractor("withheld-tax", ["percent"], [], {
    fit: ({ anchor, reading }) =>
      withheldTax.test(
        reading
          .before(anchor, 50)
          .split(/%|[.;]/)
          .at(-1) ?? "",
      ) ||
      withheldTax.test(
        /^ ?(?:(?:en concepto de|a titolo di|a titulo de|als|au titre de) )?(?:de |di |of )?\S+(?: \S+)?/.exec(
          reading.after(anchor, 44),
        )?.[0] ?? "",
      )
        ? 9
        : 0,
  }),
  distractor("wage", ["money", "percent"], ["wage"], { fit: () => 1.2 }),
  distractor("former-price", ["money", "percent"], [], {
    fit: ({ anchor, reading }) => (formerFigures(reading.literals, reading.folded).has(anchor) ? 9 : 0),
  }),
  distractor("history", ["money", "percent", "quantity"], ["history"], {
    fit: standsBesideFormer,
    governs:
      /\b(?:currently (?:pays|paying|charged|at)|formerly|previously|until now|bisher|at present)[a-z ,]{0,30}$/,
  }),
  distractor("example", ["money", "percent", "quantity", "number"], ["example"], { zones: { example: 3 } }),
  distractor("standard-beside-agreed", ["money"], [], {
    fit: ({ reading, segment }) =>
      /\b(?:standard|list|regular|published|rack|usual)\b[^.;]{0,30}\b(?:rate|price|fee)s?\b/.test(
        reading.slice(segment),
      ) &&
      /\b(?:agreed|your|contract|special|negotiated|discounted|net|preferential|reduced)\b[^.;]{0,20}\b(?:rate|price|fee)s?\b/.test(
        reading.folded.slice(segment.end),
      )
        ? 9
        : 0,
  }),
  distractor("list-price", ["money"], ["listprice"], {
    fit: standsBesideFormer,
    governs:
      /\b(?:list(?: price)?|standard (?:rate|rates|price|fee)|regular(?:ly)?(?: price)?|published (?:rate|price)|msrp|normally|instead of|in lieu of|rack rate|listenpreis|reg\.|was|valued at|value of|worth)(?: of| is|:|,)? ?$/,
    follows: /^ ?(?:value|list|msrp|regular price)/,
  }),
  distractor("earlier-sum", ["money"], [], {
    // "Original contract sum", "Net change by previous change orders": what stood before, and what comes of it.
    fit: ({ anchor, reading }) =>
      /^[^.;:]{0,10}\b(?:original contract|net change|contract (?:sum|price|amount) (?:before|prior|to date)|(?:sum|total) of previous|previous (?:change|approved)|amount (?:previously|before)|ursprungliche auftragssumme|montant initial|importe inicial)\b/.test(
        reading.folded.slice(0, anchor.start),
      )
        ? 9
        : 0,
  }),
  distractor("expected-spend", ["money"], [], {
    fit: ({ anchor, reading }) =>
      anchor.type === "money" &&
      /\b(?:expected|anticipated|likely|estimated|approximately|around|about|may cost|voraussichtlich|environ|aproximadamente|circa)\b[^.;]{0,50}$/.test(
        reading.before(anchor, 70),
      ) &&
      /\b(?:budget|without promising|may cost|is expected|spend|geschatzt|estimate)\b/.test(reading.folded) &&
      !/\b(?:not (?:to )?exceed|capped|maximum|limit)\b/.test(reading.folded)
        ? 4
        : 0,
  }),
  distractor("approval-threshold", ["money", "quantity", "percent"], ["threshold"], {
    fit: ({ anchor }) => (anchor.bound === ">" || anchor.bound === ">=" ? 1.6 : 0.8),
  }),
  distractor("response", ["quantity", "percent", "number"], ["response"], {
    heading: ["response"],
    fit: (match) => (isDays(match) > 0 || match.anchor.type === "percent" ? 1.3 : 0.8),
  }),
  distractor("warranty", ["quantity", "number"], ["warranty"], {
    fit: isDays,
    heading: ["warranty"],
    zones: { boilerplate: 0.8 },
  }),
  distractor("dispute", ["quantity", "number"], ["dispute"], { fit: isDays, heading: ["dispute"] }),
  distractor("validity", ["quantity", "date", "number"], ["validity"], {
    fit: (match) => (match.anchor.type === "date" ? 1 : isDays(match)),
    governs:
      /\b(?:valid (?:for|until|through)|good for|gultig bis|valable|bindend bis|open for acceptance (?:for|until)|expires? (?:on|in)|gilt bis)[a-z :]{0,16}$/,
  }),
  distractor("notice", ["quantity", "number"], ["notice"], {
    fit: isDays,
    follows:
      /^ ?(?:\w+ )?(?:prior |advance |written |notice|kundigungsfrist|preavis|'s? (?:prior|notice|written))/,
  }),
  distractor("refund", ["money", "percent"], ["refund"], { fit: () => 0.9 }),
  distractor("identifier", ["number", "quantity"], [], {
    fit: ({ reading, anchor }) =>
      /(?<![a-z])(?:p\.? ?o\.? box|postcode|zip|phone|tel\.?|telephone|fax|iban|account|licen[cs]e|iso|version|room|suite|floor|telefon|fon|bic|tin|registration|reg|hrb|siret|building)(?: (?:no|number|nr|code)\.?)?[ .:#(+-]{0,3}$/.test(
        reading.before(anchor, 34),
      )
        ? 4
        : isClauseNumber(reading.text.slice(anchor.start), anchor)
          ? 9
          : 1,
    governs:
      /(?:#|\bno\.?|number|box|version|v\.?|section|clause|article|exhibit|schedule|iso|suite|room|page|step|phase|item|line|appendix|paragraph|tel\.?|fax|§|nr\.?|ziffer|artikel) ?$/,
  }),
  distractor("old-value", ["money", "percent", "quantity"], [], {
    fit: ({ anchor, reading }) => {
      const next = reading.literals.find(
        (literal) => literal.type === anchor.type && literal.start >= anchor.end,
      );
      if (next === undefined || anchor.rangeWith !== null) return 0;
      const gap = reading.folded.slice(anchor.end, next.start);
      const isOld = /\b(?:from|by(?: an additional)?|von|um|de|da|del|van)(?: the sum of)? ?(?:us)?$/.test(
        reading.before(anchor, 24),
      );
      return isOld &&
        /^[^.;\d]{0,24}(?<![a-z])(?<!up |jusqu')(?:to|auf|a|al|tot|naar|para)(?: a (?:new )?total of| the sum of)? ?(?:us)?$/.test(
          gap,
        )
        ? 9
        : 0;
    },
  }),
  // "Warrants at an exercise price of $1.18 per share", "par value $0.01": what securities cost, and no work.
  distractor("securities", ["money"], [], {
    fit: ({ anchor, reading }) =>
      anchor.type === "money" &&
      ofSecurities.test(`${reading.before(anchor, 60)}#${reading.after(anchor, 40)}`)
        ? 9
        : 0,
  }),
  // "Is responsible for 80% of the development costs": who bears a cost, and no stage that is paid by it.
  distractor("cost-share", ["percent"], [], {
    fit: ({ anchor, reading }) =>
      bearsCosts.test(reading.before(anchor, 60)) &&
      /^ ?(?:\([^)]*\) )?of (?:[\p{L}-]+ ){0,6}(?:costs?|expenses|losses|liabilit)/u.test(
        reading.after(anchor, 70),
      )
        ? 9
        : 0,
  }),
  distractor("interest-loan", ["percent"], ["wage"], { fit: () => 1 }),
];
