import type { TaxValue } from "../../../../../src-shared/model/index.ts";
import { projection } from "../engine/frame.ts";
import type { Frame } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { Literal } from "../literals/literal.ts";

const taxName =
  /\b(vat|gst\/hst|gst|hst|pst|qst|sales tax|use tax|value[- ]added tax|consumption tax|service tax|mwst|mehrwertsteuer|ust|umsatzsteuer|tva|iva|btw|omzetbelasting|excise|impuesto sobre el valor anadido|imposta sul valore aggiunto)\b/;

/** "VAT: 13.5% on food, 23% on wine": every share behind the name is a rate of the tax, each on its own goods. */
const isRateOfList = (reading: Reading, anchor: Literal): boolean => {
  const percents = reading.literals.filter(({ type }) => type === "percent");
  const [first] = percents;
  const onGoods = /^ ?(?:on|for|sur|auf|fur|sul?|sui|sulla|sulle|sobre|em|op|voor) /;
  return (
    first !== undefined &&
    taxName.test(reading.before(first, 24)) &&
    percents.every((percent) => onGoods.test(reading.after(percent, 8))) &&
    percents.some((percent) => percent === anchor)
  );
};

export const taxFrame: Frame = {
  id: "tax",
  anchors: ["percent"],
  fit: ({ anchor, reading, segment }) => {
    if (anchor.type !== "percent" || anchor.per.length > 0) return 0;
    const words = reading.slice(segment);
    if (!taxName.test(words) && !/\btax(?:es)?\b/.test(words)) return 0;
    // Several percents in a clause: the tax's own stands next to its name.
    if (
      reading.literals.filter(({ type }) => type === "percent").length > 1 &&
      !taxName.test(
        `${reading.before(anchor, 40).split(/[.;]/).at(-1) ?? ""} ${reading.after(anchor, 20)}`,
      ) &&
      !isRateOfList(reading, anchor)
    )
      return 0;
    return /\b(?:income tax|withh\w+|gestort|g-rekening|payroll|margin|penalt\w*|overdue)\b/.test(words)
      ? 0
      : 1.3;
  },
  strong: ["tax"],
  governs: new RegExp(`${taxName.source}(?: (?:del?|al?|di|do|von|van|of|at|zu|in hohe von))* ?[:(]? ?$`),
  vetoes: ["late", "hold"],
  project: ({ reading, anchor, segment }) => {
    if (anchor.type !== "percent") return null;
    const words = reading.slice(segment);
    const name = taxName.exec(words)?.[1] ?? "tax";
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
