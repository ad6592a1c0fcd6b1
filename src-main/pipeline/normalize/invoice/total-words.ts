import { foldText, parseCurrency } from "../values/index.ts";
import type { NumberReading } from "../values/index.ts";
import type { Row, Token } from "./layout.ts";
import { isOfSum } from "./row-totals.ts";
import { weightOf } from "./printed-labels.ts";
import type { PrintedLabel } from "./printed-labels.ts";
import type { Found } from "./spans.ts";

const leadWord =
  /^(?:[-–+=(*•]+|abzgl\.?|abzüglich|zzgl\.?|zuzüglich|less|plus|add|minus|total|dont|davon|darin|hiervon|enthaltene?|incl\.?|inkl\.?|includes?|including|included|which|waarvan|inclusief|inbegrepen|compris|incluse?|incluye|inclu[íi]do|inclui|incluso|[\d.,]+|%|[\d.,]+%|@|of|on|von|de|sur|\p{L}{1,3}\.?)$/iu;

/** What stands before the tax that the sum of its row holds: "premium including 19 %". */
const holding =
  /\p{L}{4}.* (?:including|inclusive|incl|inkl|inklusive|einschl\w*|inclusief|compris|comprenant|compres[aoei]|inclus[aoei]?|incluid[oa]s?|incluindo|incluyendo|containing|with|mit|avec|con|com|met) (?:(?:the|der|die|la|l|el|il|de|d|of|statutory|gesetzlicher?)[ '])*(?:\(?[\d.,]+ ?% ?\)?(?:of|de|di|d')? ?)?(?:\p{L}+ )?$/u;

/** "Quarterly premium including 19 % insurance tax  220.00": the amount is the sum that holds the tax, and not the tax. */
export const namesHeldTax = ({ segment, start }: PrintedLabel): boolean =>
  holding.test(
    `${foldText(
      segment.tokens
        .slice(0, start)
        .map(({ text }) => text)
        .join(" "),
    )} `,
  );

/** "Total includes", "Der Beitrag enthält", "im Betrag enthaltene": what stands before a tax that is part of a sum. */
const holds =
  /^(?:includes|contains|enthalt|comprend|incluye|contiene|include|comprende|inclui|contem|bevat|omvat|enthalten\w*|contained|included|inbegrepen|begrepen|incluid[oa]|inclus[oa]|compris[oa]?)$/;
const betweenHeld = /^(?:the|der|die|la|le|l|el|il|de|d|o|a|\(?[\d.,]+%?\)?|%)$/;

/** Whether words end in saying that something holds what follows them, its rate and articles aside. */
export function endsInHolding(words: readonly Token[]): boolean {
  const last = words.map(({ text }) => foldText(text)).findLast((word) => !betweenHeld.test(word));
  return last !== undefined && holds.test(last);
}

/** A label in the middle of a sentence is weaker than one that opens its cell. */
export function leadOf(label: PrintedLabel): number {
  const before = label.segment.tokens.slice(0, label.start);
  // "Net 1,590.00 VAT 23 % 365.70 Total 1,955.70": behind the amount of another sum begins the next.
  if (
    /\d[.,]\d{2}[€$£)]?[.,;|]?$|^[€$£|;·•–—-]$|^(?:EUR|USD|GBP|CHF|CAD|AUD)[,;]?$/.test(
      before.at(-1)?.text ?? "",
    )
  )
    return 0.95 / label.place;
  // "waarvan btw", "di cui IVA": such words do not hide the label behind them.
  if (before.every((token) => leadWord.test(token.text)))
    return before.length > 0 && weightOf(label, "tax") > 0 ? 0.95 / label.place : 1;
  const opening = label.segment.tokens.slice(0, label.start + 1);
  if (weightOf(label, "tax") > 0 && (endsInHolding(before) || endsInHolding(opening)))
    return 0.95 / label.place;
  // "Rental discount", "Weekend surcharge": what is taken off or put on is often named by a word of the trade.
  const isQualified =
    (weightOf(label, "discount") > 0 || weightOf(label, "charge") > 0) &&
    // "Energy surcharge 6 %": its rate stands behind.
    label.segment.tokens.slice(label.end).every((token) => /^[(@]?\d*(?:[.,]\d+)?%?\)?$/.test(token.text)) &&
    before.length <= 3 &&
    before.every((token) => /^\p{L}[\p{L}'&-]*$/u.test(token.text));
  return isQualified || isOfSum(label) ? 0.9 / label.place : 0.35;
}

/** Words behind the amount in its cell: "30 days", "300 € HT)". */
export function tailOf(number: Found<NumberReading>, row: Row): number {
  const last = number.tokens.at(-1);
  const segment = row.segments.find((one) => last !== undefined && one.tokens.includes(last));
  if (segment === undefined || last === undefined) return 1;
  const behind = segment.tokens
    .slice(segment.tokens.indexOf(last) + 1)
    .filter(
      (token) => /\p{L}{1}/u.test(token.text) && parseCurrency(token.text.replace(/[().,]/g, "")) === null,
    );
  return behind.length === 0 ? 1 : behind.length <= 2 && number.reading.hasMark ? 0.7 : 0.4;
}
