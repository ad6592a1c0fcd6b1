import { isLeaf, isRecord, keyWords, type RecordTree } from "../../../../src-shared/records/index.ts";
import {
  decimalToText,
  isCurrencyCode,
  minorDigits,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";

/** The attribute of a leaf that counts the smallest units of its currency: how many digits stand behind the point. */
const digitsAttribute = "minorDigits";

const minorWords = /(?:^| )(?:in )?(?:cents?|minor(?: units?)?|centimes|centavos|pence|rappen)(?= |$)/;
const moneyKey = /\b(?:amount|total|subtotal|price|tax|balance|due|paid|fee|discount|remaining)\b/;
const noMoney = /\b(?:date|at|rate|percent\w*|count|quantity|id|code)\b/;
const usualDigits = 2;

/**
 * A bill with its leaves marked that count cents: those whose key says so ("total_cents", "amountInMinorUnits"), and all
 * whole sums of a bill in the vocabulary of payment services, which says `"object": "invoice"` and counts nothing else.
 *
 * Whole sums without such a sign are what they say.
 */
export function withMinorUnits(bill: RecordTree): RecordTree {
  const code = currencyIn(bill);
  const digits = code === null ? usualDigits : minorDigits(code);
  const isService = bill.children.some(
    ({ name, text }) => name === "object" && /^(?:invoice|credit_note)$/.test(text),
  );
  const mark = (node: RecordTree, around: string): RecordTree => {
    const words = keyWords(node.name);
    if (!isLeaf(node))
      return {
        ...node,
        children: node.children.map((child) => mark(child, minorWords.test(words) ? "cents" : "")),
      };
    const says = minorWords.test(words) || around === "cents";
    const counts = says || (isService && moneyKey.test(words) && !noMoney.test(words));
    if (!counts || !/^-?\d+$/.test(node.text)) return node;
    const name = says ? words.replace(minorWords, "").trim() || node.name : node.name;
    return { ...node, name, attributes: { ...node.attributes, [digitsAttribute]: String(digits) } };
  };
  return mark(bill, "");
}

function currencyIn(node: RecordTree): string | null {
  for (const child of node.children) {
    const code = child.text.toUpperCase();
    if (/^(?:currency(?: code)?|ccy)$/.test(keyWords(child.name)) && isCurrencyCode(code)) return code;
    const inner = isRecord(child) ? currencyIn(child) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** The value of a leaf that counts the smallest units; `null` for any other. */
export function minorValue({ attributes, text }: RecordTree): DecimalText | null {
  const digits = attributes[digitsAttribute];
  return digits === undefined ? null : decimalToText({ units: BigInt(text), scale: Number(digits) });
}
