import type {
  Element,
  Field,
  Payment,
  PaymentKind,
  PaymentStatus,
  ReadDocument,
  Statement,
  StatementBalance,
} from "../../../../src-shared/model/index.ts";
import { isEqual, sum, type DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import type { NormalizeContext } from "../context.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../structured/element-path.ts";
import { createFieldMaker, type FieldMaker } from "../structured/structured-field.ts";
import { checkBalance, joinedText, negated } from "./balance.ts";
import { blankPayment, blankStatement } from "./blank-payment.ts";

/** Statement (053), report (052) and notification (054): the same shape under three names. */
const statementNames: ReadonlySet<string> = new Set(["Stmt", "Rpt", "Ntfctn"]);
const chargeCodes = /^(?:CHRG|FEES|COMM|INTR)$/u;
/** What banks write where the payer gave no reference. */
const noReference = /^(?:NOT ?PROVIDED|NONREF|NOTPROVIDED\b.*|N\/?A|-)$/iu;

const statementsWithin = (element: Element, depth: number): readonly Element[] => {
  if (statementNames.has(element.name) && childNamed(element, "Acct") !== null) return [element];
  if (depth === 0) return [];
  return element.children.flatMap((child) => statementsWithin(child, depth - 1));
};

/** Whether a root holds account statements of ISO 20022. */
export const isCamt = (root: Element): boolean =>
  /camt\.05[234]/u.test(root.namespace) || (root.children[0]?.name ?? "").startsWith("BkToCstmr");

const dateWithin = (element: Element | null): Element | null =>
  firstSaid([childNamed(element, "Dt"), childNamed(element, "DtTm"), element]);

/** Amounts are unsigned; the indicator shows the effect on the account, for reversals too. */
const signedAmount = (
  owner: Element | null,
  amount: Element | null,
  make: FieldMaker,
): Field<DecimalText> | null => {
  const field = make.amount(amount);
  if (field === null) return null;
  const indicator = textOf(childNamed(owner, "CdtDbtInd"));
  if (indicator === "DBIT") return negated(field);
  return indicator === "CRDT" ? field : { ...field, value: null, confidence: 0 };
};

const balanceOf = (
  statement: Element,
  codes: readonly string[],
  make: FieldMaker,
): StatementBalance | null => {
  for (const code of codes) {
    for (const balance of childrenNamed(statement, "Bal")) {
      if (textOf(descend(balance, "Tp", "CdOrPrtry", "Cd")) !== code) continue;
      const amount = signedAmount(balance, childNamed(balance, "Amt"), make);
      if (amount !== null)
        return { amount, date: make.date(dateWithin(childNamed(balance, "Dt")))?.value ?? null };
    }
  }
  return null;
};

const statusOf = (entry: Element): PaymentStatus => {
  const status = childNamed(entry, "Sts");
  const code = textOf(childNamed(status, "Cd")) ?? textOf(status);
  return code === "BOOK" || code === null ? "booked" : "pending";
};

const kindOf = (entry: Element, details: Element | null): PaymentKind => {
  const code = textOf(descend(entry, "BkTxCd", "Domn", "Fmly", "SubFmlyCd"));
  if (code !== null && chargeCodes.test(code)) return "fee";
  if (textOf(childNamed(entry, "RvslInd")) === "true") return "adjustment";
  return childNamed(details, "RtrInf") === null ? "payment" : "refund";
};

/** The amount of a detail in the entry's own currency; older versions keep it one level deeper. */
const detailAmount = (details: Element, currency: string | null): Element | null => {
  const candidates = [
    childNamed(details, "Amt"),
    descend(details, "AmtDtls", "TxAmt", "Amt"),
    descend(details, "AmtDtls", "InstdAmt", "Amt"),
  ];
  return (
    candidates.find((amount) => amount !== null && (amount.attributes["Ccy"] ?? currency) === currency) ??
    null
  );
};

/** The other side: who pays money that comes in, who gets money that goes out; a reversal names them the other way round. */
const otherSide = (
  details: Element | null,
  isIncoming: boolean,
): { readonly name: Element | null; readonly account: Element | null } => {
  const parties = childNamed(details, "RltdPties");
  const roles = isIncoming ? ["Dbtr", "UltmtDbtr", "Cdtr"] : ["Cdtr", "UltmtCdtr", "Dbtr"];
  for (const role of roles) {
    const party = childNamed(parties, role);
    const name = firstSaid([childNamed(party, "Nm"), descend(party, "Pty", "Nm")]);
    const id = descend(parties, `${role}Acct`, "Id");
    const account = firstSaid([childNamed(id, "IBAN"), descend(id, "Othr", "Id")]);
    if (name !== null || account !== null) return { name, account };
  }
  return { name: null, account: null };
};

const referencesOf = (details: Element | null, make: FieldMaker): readonly Field<string>[] => {
  const remittance = childNamed(details, "RmtInf");
  const elements = [
    descend(details, "Refs", "EndToEndId"),
    descend(details, "Refs", "ChqNb"),
    ...childrenNamed(remittance, "Strd").flatMap((structured) => [
      descend(structured, "CdtrRefInf", "Ref"),
      ...childrenNamed(structured, "RfrdDocInf").map((referred) => childNamed(referred, "Nb")),
    ]),
  ];
  return elements
    .map((element) => make.text(element))
    .filter((field) => field !== null && !noReference.test(field.value ?? ""))
    .filter((field) => field !== null);
};

const remittanceOf = (details: Element | null, entry: Element, make: FieldMaker): Field<string> | null =>
  joinedText(childrenNamed(childNamed(details, "RmtInf"), "Ustrd").map((text) => make.text(text))) ??
  make.text(firstSaid([childNamed(details, "AddtlTxInf"), childNamed(entry, "AddtlNtryInf")]));

const paymentsOf = (
  entry: Element,
  draft: (position: number) => Payment,
  firstPosition: number,
  make: FieldMaker,
): readonly Payment[] => {
  const amountElement = childNamed(entry, "Amt");
  const currencyText = amountElement?.attributes["Ccy"] ?? null;
  const amount = signedAmount(entry, amountElement, make);
  const servicer = textOf(firstSaid([childNamed(entry, "AcctSvcrRef"), childNamed(entry, "NtryRef")]));
  const details = childrenNamed(entry, "NtryDtls").flatMap((group) => childrenNamed(group, "TxDtls"));
  const payment = (position: number, detail: Element | null, own: Field<DecimalText> | null): Payment => {
    const isIncoming = !(own?.value ?? "").startsWith("-");
    const { name, account } = otherSide(detail, isIncoming);
    return {
      ...draft(position),
      sourceId: servicer,
      kind: kindOf(entry, detail),
      status: statusOf(entry),
      bookingDate: make.date(dateWithin(childNamed(entry, "BookgDt"))),
      valueDate: make.date(dateWithin(childNamed(entry, "ValDt"))),
      amount: own,
      currency: make.attribute(amountElement, "Ccy"),
      counterparty: make.text(name),
      counterpartyAccount: make.account(account),
      remittance: remittanceOf(detail, entry, make),
      references: referencesOf(detail, make),
      evidence: amountElement === null ? [] : [make.evidence(amountElement)],
    };
  };
  const [only] = details;
  if (details.length <= 1) return [payment(firstPosition, only ?? null, amount)];
  const parts = details.map((detail) => {
    const found = detailAmount(detail, currencyText);
    const owner = childNamed(detail, "CdtDbtInd") === null ? entry : detail;
    return { detail, amount: signedAmount(owner, found, make) };
  });
  const values = parts.map((part) => part.amount?.value ?? null).filter((value) => value !== null);
  const closes =
    amount !== null &&
    amount.value !== null &&
    values.length === parts.length &&
    isEqual(sum(values), amount.value);
  if (closes)
    return parts.map((part, index) => ({
      ...payment(firstPosition + index, part.detail, part.amount),
      sourceId: textOf(descend(part.detail, "Refs", "AcctSvcrRef")) ?? servicer,
      batchReference: servicer ?? "",
    }));
  // The details do not make the entry: only its own sum is sure.
  const whole = payment(firstPosition, null, amount);
  const claimed = values.length > 0 && amount !== null;
  return [
    {
      ...whole,
      amount: claimed
        ? {
            ...amount,
            contradictions: [
              {
                code: "sum-differs",
                evidence: parts.flatMap((part) => part.amount?.evidence ?? []),
              },
            ],
          }
        : amount,
      references: parts.flatMap((part) => referencesOf(part.detail, make)),
      remittance: joinedText(parts.map((part) => remittanceOf(part.detail, entry, make))),
    },
  ];
};

/** Statements of a CAMT file: a batch booking whose details add up is taken apart, any other stays one sum. */
export const camtStatements = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): readonly Statement[] => {
  const make = createFieldMaker(document, "history");
  return statementsWithin(root, 4).map((element, index): Statement => {
    const account = childNamed(element, "Acct");
    const id = childNamed(account, "Id");
    const payments: Payment[] = [];
    for (const entry of childrenNamed(element, "Ntry"))
      payments.push(
        ...paymentsOf(
          entry,
          (position) => blankPayment(document.documentId, index, position, context.hash),
          payments.length,
          make,
        ),
      );
    const openingBalance = balanceOf(element, ["OPBD", "PRCD"], make);
    const closingBalance = balanceOf(element, ["CLBD"], make);
    const period = childNamed(element, "FrToDt");
    const end =
      make.date(firstSaid([childNamed(period, "ToDt"), childNamed(period, "ToDtTm")]))?.value ?? null;
    const to = end ?? closingBalance?.date ?? null;
    return {
      ...blankStatement(document.documentId, index, context.hash),
      number: make.text(
        firstSaid([
          childNamed(element, "LglSeqNb"),
          childNamed(element, "ElctrncSeqNb"),
          childNamed(element, "Id"),
        ]),
      ),
      account: make.account(firstSaid([childNamed(id, "IBAN"), descend(id, "Othr", "Id")])),
      accountHolder: make.text(descend(account, "Ownr", "Nm")),
      institution: make.text(
        firstSaid([
          descend(account, "Svcr", "FinInstnId", "BICFI"),
          descend(account, "Svcr", "FinInstnId", "BIC"),
          descend(account, "Svcr", "FinInstnId", "Nm"),
        ]),
      ),
      currency: make.text(childNamed(account, "Ccy")),
      from:
        make.date(firstSaid([childNamed(period, "FrDt"), childNamed(period, "FrDtTm")]))?.value ??
        openingBalance?.date ??
        null,
      to: to === null ? null : addDays(to, 1),
      openingBalance,
      closingBalance,
      balanceCheck: checkBalance(openingBalance, closingBalance, payments),
      payments,
    };
  });
};
