import type { TaxValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { Literal } from "../literals/literal.ts";

const taxName =
  /\b(vat|gst\/hst|i?gst|hst|pst|qst|sales tax|use tax|value[- ]added tax|consumption tax|service tax|mwst\.?|mehrwertsteuer(?:satz)?|ust\.?|umsatzsteuer(?:satz)?|tva|t\.v\.a\.?|iva|i\.v\.a\.?|v\.a\.t\.?|btw|igic|omzetbelasting|excise|impuesto sobre el valor anadido|imposta sul valore aggiunto)(?!\p{L})/u;

const taxHeading = new RegExp(`^[\\d. ]*${taxName.source}(?: rates?)?[.:]?$`, "u");

/** "Sales tax. 8.25% on food, service charge and rentals": the heading right above says what the share is. */
export const isHeadedTax = ({ unit }: Reading): boolean =>
  taxHeading.test(unit.contexts.at(-1)?.folded.trim() ?? "");

/** Nothing counted stands between the name of a tax and its share. */
const isBeside = (reading: Reading, { start, end }: Literal): boolean => {
  const before =
    reading
      .before({ start, end }, 44)
      .split(/[.;]\s|[\d%]/u)
      .at(-1) ?? "";
  const behind = reading.after({ start, end }, 24).split(/[.;,]|\d/u)[0] ?? "";
  return taxName.test(before) || taxName.test(behind);
};

/**
 * "VAT: 13.5% on food, 23% on wine", "Btw 6 % (drukwerk), op opmaak 21 %": every share behind the name is a rate of the
 * tax on goods of its own; the parts in brackets that a rate is made of ("CGST 9% + SGST 9%") are none.
 */
const isRateOfList = (reading: Reading, anchor: Literal): boolean => {
  const percents = reading.literals.filter(({ type }) => type === "percent");
  const [first] = percents;
  const goods =
    /(?:^|[ ,(])(?:on|to|for|sur|auf|fur|sul?|sui|sulla|sulle|sobre|em|op|voor|en) [^,;.%\d]{2,40}$/u;
  return (
    first !== undefined &&
    first !== anchor &&
    isBeside(reading, first) &&
    reading.literals.every(({ type }) => type !== "money" && type !== "quantity") &&
    (/^ ?(?:(?:is|are|applies|apply|gilt|gelten|wird|s'applique|se aplica|si applica|geldt|aplica-se)(?: \p{L}+)? )?(?:on|to|for|sur|pour|a|aux?|auf|fur|sul?|sui|sulla|sulle|per|sobre|para|em|op|voor) /u.test(
      reading.after(anchor, 34),
    ) ||
      goods.test(reading.before(anchor, 50)) ||
      /\p{L}{3} (?:at|with|mit|zu|a|al|con|met|tegen|com|au taux de|(?:a )?(?:celle|ceux) (?:a|de)|a la de|a quella del) $/u.test(
        reading.before(anchor, 24),
      ))
  );
};
const isPart = (reading: Reading, anchor: Literal): boolean => {
  const head = reading.folded.slice(0, anchor.start);
  const bracket = head.slice(head.lastIndexOf("(") + 1);
  return (
    head.includes("(") &&
    !bracket.includes(")") &&
    /\+/.test(reading.folded.slice(head.lastIndexOf("("))) &&
    reading.literals.some(({ type, end }) => type === "percent" && end <= head.lastIndexOf("("))
  );
};

export const taxFrame: Frame = {
  id: "tax",
  anchors: ["percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "percent" || anchor.per.length > 0) return 0;
    if (isPart(reading, anchor)) return 0;
    const isOnly = reading.literals.every(
      ({ type, start }) => start === anchor.start || type === "number" || type === "date",
    );
    // The one figure of a sentence on a tax is its rate, wherever it stands.
    const isListed = isRateOfList(reading, anchor);
    const words = isOnly || isListed ? reading.folded : reading.slice(segment);
    if (
      !taxName.test(words) &&
      !isHeadedTax(reading) &&
      !/\b(?:tax(?:es)?|\w*steuersatz|tipo impositivo|aliquota)\b/.test(words)
    )
      return 0;
    // Among other figures the tax's own stands next to its name.
    if (
      reading.literals.some(
        ({ type, start }) =>
          start !== anchor.start && (type === "percent" || (type === "number" && start > anchor.start)),
      ) &&
      !isBeside(reading, anchor) &&
      !isListed
    )
      return 0;
    return /\b(?:income tax|withh\w+|gestort|g-rekening|payroll|margin|penalt\w*|overdue)\b/.test(words)
      ? 0
      : isListed || (isOnly && (taxName.test(words) || isHeadedTax(reading)))
        ? 2.4
        : 1.3;
  },
  strong: ["tax"],
  governs: new RegExp(`${taxName.source}(?: (?:del?|al?|di|do|von|van|of|at|zu|in hohe von))* ?[:(]? ?$`),
  vetoes: ["late", "hold"],
  project: ({ reading, anchor, segment }) => {
    if (anchor.type !== "percent") return null;
    const own = reading.slice(segment);
    const words = taxName.test(own) ? own : reading.folded;
    const heading = isHeadedTax(reading) ? taxName.exec(reading.unit.contexts.at(-1)?.folded ?? "") : null;
    const name = (taxName.exec(words) ?? heading)?.[1] ?? "tax";
    const partial =
      /\b(?:applies|apply|charged|levied|due|added|on|to) (?:only )?(?:to |on |for )?(?:all |the )?(parts|materials?|goods|equipment|labor|labour|services|hardware|software|licen[cs]es|meals|supplies|taxable [a-z]+)\b/.exec(
        words,
      )?.[1];
    const isIncluded =
      /\b(?:includ\w+|inclusive|inkl\w*|enthalten|ttc|compris\w*|in den preisen)\b/.test(words) &&
      !/\bnot includ|exclud|exclus|zzgl|plus\b/.test(words);
    const value: TaxValue = {
      category: /^(?:0|0\.0+)$/.test(anchor.value) ? "Z" : "S",
      rate: anchor.value,
      name,
      ...(partial !== undefined && { scope: partial }),
    };
    return [
      projection<"tax">({ type: "tax", key: `tax|${name}|${partial ?? ""}|${anchor.value}`, value }),
      ...(isIncluded
        ? [
            projection<"price-basis">({
              type: "price-basis",
              key: "price-basis",
              value: { includesTax: true },
            }),
          ]
        : []),
    ];
  },
};
