import type {
  Agreement,
  AgreementId,
  AgreementRank,
  AgreementReference,
  AgreementStanding,
  Element,
  Evidence,
  Field,
  ParagraphBlock,
  ReadDocument,
  Term,
  TermId,
  TermType,
  TermValueByType,
} from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { readAgreements } from "../agreement/index.ts";
import type { NormalizeContext } from "../context.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import { createFieldMaker, type FieldMaker } from "./structured-field.ts";
import { ublLine } from "./ubl-line.ts";
import { ublParty } from "./ubl-party.ts";

/** A term before it has an id: what it is keyed by keeps equal lines apart. */
type Draft = {
  readonly [T in TermType]: {
    readonly type: T;
    readonly value: TermValueByType[T];
    readonly evidence: readonly Evidence[];
    readonly conditions?: readonly string[];
  };
}[TermType];

const isOffer = (root: Element): boolean => root.name === "Quotation";

const lineDrafts = (root: Element, make: FieldMaker): readonly Draft[] =>
  childrenNamed(root, isOffer(root) ? "QuotationLine" : "OrderLine").flatMap((orderLine, index): Draft[] => {
    const line = ublLine(childNamed(orderLine, "LineItem") ?? orderLine, index + 1, make);
    const { description: item, evidence } = line;
    const price = line.unitPrice?.value ?? null;
    const amount = line.net?.value ?? null;
    const quantity = line.quantity?.value ?? null;
    const unit = line.unit?.value ?? null;
    if (price === null) {
      if (amount === null) return [];
      return [{ type: "fixed-fee", value: { item, amount, per: "once", timing: null }, evidence }];
    }
    const priceBase = line.priceBase?.value ?? null;
    return [
      {
        type: "rate",
        value: { item, unit: unit ?? "each", price, ...(priceBase !== null && { priceBase }) },
        evidence,
        ...(quantity !== null && {
          conditions: [`Ordered: ${quantity}${unit === null ? "" : ` ${unit}`}`],
        }),
      },
    ];
  });

const chargeDrafts = (root: Element, make: FieldMaker): readonly Draft[] =>
  childrenNamed(root, "AllowanceCharge").flatMap((element): Draft[] => {
    if (textOf(childNamed(element, "ChargeIndicator")) !== "true") return [];
    const amount = make.amount(childNamed(element, "Amount"));
    const reason = childNamed(element, "AllowanceChargeReason");
    const item = textOf(reason);
    if (item === null || amount === null || amount.value === null) return [];
    return [
      {
        type: "fixed-fee",
        value: { item, amount: amount.value, per: "once", timing: null },
        evidence: [...(reason === null ? [] : [make.evidence(reason)]), ...amount.evidence],
      },
    ];
  });

interface OrderTotal {
  readonly amount: Field<DecimalText>;
  readonly includesTax: boolean;
}

/** The most that the order lets be billed: with tax where that total is given, else without. */
const orderTotal = (root: Element, make: FieldMaker): OrderTotal | null => {
  const total = childNamed(root, "AnticipatedMonetaryTotal");
  const amountOf = (name: string) => make.amount(childNamed(total, name));
  const inclusive = amountOf("TaxInclusiveAmount");
  if (inclusive !== null) return { amount: inclusive, includesTax: true };
  const payable = amountOf("PrepaidAmount") === null ? amountOf("PayableAmount") : null;
  const exclusive = amountOf("TaxExclusiveAmount") ?? amountOf("LineExtensionAmount");
  if (payable !== null && payable.value !== exclusive?.value) return { amount: payable, includesTax: true };
  const amount = exclusive ?? payable;
  return amount === null ? null : { amount, includesTax: false };
};

/** What an order binds its bills to; an offer has no number that a bill must name, and its sum is no limit. */
const totalDrafts = (root: Element, make: FieldMaker): readonly Draft[] => {
  if (isOffer(root)) return [];
  const number = make.text(childNamed(root, "ID"));
  const total = orderTotal(root, make);
  const amount = total?.amount.value ?? null;
  const drafts: Draft[] = [];
  if (number !== null && number.value !== null)
    drafts.push({
      type: "purchase-order",
      value: { number: number.value, ...(amount !== null && { amount }) },
      evidence: [...number.evidence, ...(total?.amount.evidence ?? [])],
    });
  if (total !== null && amount !== null)
    drafts.push({
      type: "cap",
      value: { amount, scope: "agreement", ...(total.includesTax && { includesTax: true }) },
      evidence: total.amount.evidence,
    });
  return drafts;
};

/** The order's own words (notes, terms, conditions) as paragraphs whose places are their elements. */
const wordsOf = (root: Element): readonly ParagraphBlock[] => {
  const spoken = [
    ...childrenNamed(root, "Note"),
    ...childrenNamed(root, "PaymentTerms").flatMap((terms) => childrenNamed(terms, "Note")),
    ...childrenNamed(root, "TransactionConditions").flatMap((each) => childrenNamed(each, "Description")),
    ...childrenNamed(root, "DeliveryTerms").flatMap((each) => childrenNamed(each, "SpecialTerms")),
  ];
  return spoken.flatMap((element): ParagraphBlock[] => {
    const text = textOf(element)?.replace(/\s+/gu, " ") ?? null;
    if (text === null) return [];
    return [
      {
        type: "paragraph",
        text,
        runs: [{ start: 0, end: text.length, at: { path: element.path } }],
        zone: "body",
        headingLevel: null,
        label: null,
        indent: 0,
        bold: false,
        page: null,
      },
    ];
  });
};

/** Terms that the order says in words ("Net 30 days"), except prices and totals, which its elements give. */
const spokenTerms = (document: ReadDocument, root: Element, context: NormalizeContext): readonly Term[] => {
  const blocks = wordsOf(root);
  if (blocks.length === 0) return [];
  const kind = isOffer(root) ? "estimate" : "purchase-order";
  const { agreements } = readAgreements({ ...document, root: null, blocks }, kind, context);
  const given: ReadonlySet<TermType> = new Set(["rate", "fixed-fee", "cap", "purchase-order"]);
  return agreements.flatMap(({ terms }) => terms.filter(({ type }) => !given.has(type)));
};

const references = (root: Element): readonly AgreementReference[] => {
  const found: AgreementReference[] = [];
  const take = (relation: AgreementReference["relation"], names: readonly string[]) => {
    for (const name of names)
      for (const element of childrenNamed(root, name)) {
        const number = textOf(childNamed(element, "ID"));
        if (number !== null) found.push({ number, title: null, dated: null, relation });
      }
  };
  take("under", ["Contract"]);
  take("accepts", ["QuotationDocumentReference"]);
  take("amends", ["OrderReference", "OrderDocumentReference"]);
  return found;
};

const rankOf = (root: Element): AgreementRank => {
  if (isOffer(root)) return "estimate";
  return root.name === "OrderChange" ? "change-order" : "purchase-order";
};

/** An offer binds nobody until it is accepted, and nobody any more after its last day. */
const standingOf = (root: Element, make: FieldMaker, context: NormalizeContext): AgreementStanding => {
  if (!isOffer(root)) return "in-force";
  const last = make.date(descend(root, "ValidityPeriod", "EndDate"))?.value ?? null;
  return last !== null && last < context.asOf ? "expired" : "offer";
};

/** Maps a UBL order, order change or quotation: its items as rates, an order's total as the limit of what may be billed. */
export const ublOrder = (document: ReadDocument, root: Element, context: NormalizeContext): Agreement => {
  const make = createFieldMaker(document, "term");
  const id = `agr-${context.hash(`${document.documentId}|1`).slice(0, 12)}` as AgreementId;
  const occurrences = new Map<string, number>();
  const drafts = [...totalDrafts(root, make), ...lineDrafts(root, make), ...chargeDrafts(root, make)];
  const terms = drafts.map((draft): Term => {
    const identity = `${id}|${draft.type}|${JSON.stringify(draft.value)}`;
    const occurrence = occurrences.get(identity) ?? 0;
    occurrences.set(identity, occurrence + 1);
    return {
      id: `trm-${context.hash(`${identity}|${occurrence}`).slice(0, 12)}` as TermId,
      agreementId: id,
      ...draft,
      status: "proposed",
      from: null,
      to: null,
      confidence: 1,
      basis: "structured",
      version: 1,
    } as Term;
  });
  const currency =
    make.text(childNamed(root, "DocumentCurrencyCode") ?? childNamed(root, "PricingCurrencyCode")) ??
    make.attribute(descend(root, "AnticipatedMonetaryTotal", "PayableAmount"), "currencyID");
  const dated = make.date(childNamed(root, "IssueDate"));
  const number = childNamed(root, "ID");
  const spoken = spokenTerms(document, root, context).map((term) => ({ ...term, agreementId: id }));
  return {
    id,
    documentId: document.documentId,
    rank: rankOf(root),
    standing: standingOf(root, make, context),
    number: textOf(number),
    title: null,
    references: references(root),
    seller: ublParty(childNamed(root, "SellerSupplierParty"), make),
    buyer: ublParty(
      childNamed(root, "BuyerCustomerParty") ?? childNamed(root, "OriginatorCustomerParty"),
      make,
    ),
    parties: [],
    dated: dated?.value ?? null,
    signedOn: null,
    from: null,
    to: null,
    currency: currency?.value ?? null,
    timeZone: null,
    governingLaw: null,
    terms: [...terms, ...spoken],
    operations: [],
    gaps: [],
    residue: [],
    precedence: null,
    evidence: number === null || textOf(number) === null ? [] : [make.evidence(number)],
  };
};
