import { asksOnInvoice, namesPayersOrder } from "./asked-on-invoice.ts";
import { projection } from "../engine/frame.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { findIbans } from "../../values/account.ts";

/** Names of the report's invoice, and how agreements call them. */
const fieldWords: readonly (readonly [string, RegExp])[] = [
  [
    "orderReference",
    /\b(?:purchase order|p\.?o\.?|order) (?:number|no\.?|reference|ref\.?|#)|\bp\.?o\.?(?: number)?\b|\bpo#|\bpurchase order\b|\border (?:number|reference)\b|\bbestellnummer\b|\bload number\b|\bjob number\b|\bnumero de (?:pedido|orden)\b|\bnumero d'ordine\b|\bnumero da encomenda\b|\b(?:inkoop|bestel|order)nummer\b|\bnumero de commande\b|\bauftragsnummer\b/,
  ],
  [
    "agreementReference",
    /\b(?:agreement|contract|sow|msa|work order|task order|job) (?:number|no\.?|reference|ref\.?|#|id)|\breference (?:to )?(?:the|this) (?:sow|agreement|contract)|\b(?:the|this) sow\b|\bvertragsnummer\b|\bnumero de contrat\b|\breference the sow\b/,
  ],
  [
    "periodStart",
    /\b(?:service|billing|invoice|performance) (?:period|dates?)|\bperiod (?:of (?:service|performance)|covered)|\bdates? of (?:service|performance|the services|work)|\bleistungszeitraum\b|\bperiode\b|\bperiod to which/,
  ],
  [
    "lines",
    /\b(?:itemi[sz]\w*|line items?|breakdown|description of (?:the )?(?:services|work|goods)|detailed description|hours worked|number of hours|date, hours|hours,|each task|separat\w* labor|split by|narrative|hours (?:by|per)|by (?:employee|person|task|timekeeper))\b/,
  ],
  [
    "seller.taxId",
    /\b(?:vat (?:id|number|no\.?|registration)|tax (?:id|number|identification)|ust-?id\w*|steuernummer|tin\b|ein\b|abn\b|gst (?:number|registration)|numero (?:de )?tva)\b/,
  ],
  [
    "bankAccount",
    /\b(?:iban|bank (?:account|details)|remittance (?:details|address|information)|wire instructions|bankverbindung|coordonnees bancaires|payment details)\b/,
  ],
  ["dueDate", /\b(?:due date|payment due|falligkeit\w*|date d'echeance)\b/],
  ["number", /\binvoice (?:number|no\.?)|\brechnungsnummer\b|\bunique number\b|\bnumero de facture\b/],
  ["issueDate", /\b(?:invoice date|date of (?:the )?invoice|rechnungsdatum|date de facture)\b/],
  ["taxNote", /\b(?:reverse charge (?:note|wording|statement)|exemption (?:certificate|number|note))\b/],
  [
    "costCenter",
    /\b(?:cost cent(?:er|re)|kostenstelle|centre de cout|budget code|gl code|charge code|job code|project (?:code|number|no\.?)|department code)\b/,
  ],
  [
    "attachment.timesheet",
    /\b(?:signed |approved )?time ?sheets?\b|\bstundennachweis\w*|\btime records?\b|\bfeuilles? de temps\b/,
  ],
  ["attachment.receipt", /\breceipts?\b|\bbeleg\w*|\bjustificatifs?\b|\bsupporting documentation\b/],
  [
    "attachment.delivery",
    /\b(?:affidavits?|proof of (?:performance|posting)|delivery notes?|proof of delivery|(?:signed )?bill of lading|albaran\w*|documento di trasporto|guia de remessa|pakbon|leverbon|lieferschein\w*|pod\b|bon de livraison)\b/,
  ],
  [
    "attachment.acceptance",
    /\b(?:acceptance (?:certificate|date|record)|signed acceptance|completion certificate|abnahmeprotokoll)\b/,
  ],
  ["attachment.lienWaiver", /\blien waivers?\b/],
  ["buyer.address", /\bbilling address\b/],
];

const must =
  /\b(?:must|shall|should|will|is to|are to|has to|have to|needs? to|required to|is required|are required|muss|mussen|hat|sind|doit|doivent|devra|need|ist|sind|anzugeben)\b/;
const invoiceSubject =
  /\b(?:(?:each|every|all|any|its|the|provider's|supplier's|contractor's|vendor's)? ?invoices? (?:must|shall|should|will|is to|are to|has to|have to|needs?|submitted|without|that (?:do|does) not)|auf (?:jeder|allen|der|den) rechnung(?:en)? (?:ist|sind)|rechnung(?:en)? (?:muss|mussen|hat|haben|sind|ist)|(?:chaque |toute |les )?factures? (?:doit|doivent|devra|devront|comporte\w*|mentionne\w*)|invoices? (?:are )?(?:returned|rejected) (?:if|when|where|unless)|on (?:each|every|all|any) invoices?|(?:quote|reference|cite|state|show|include|list|attach|mention|identify|provide|indicate) [^.;]{2,80} (?:on|with|to|in) (?:each|every|all|any|the|its|your|their) (?:\w+ )?(?:invoices?|applications?|bills?)|no po,? no pay|invoice requirements?|(?:states?|shows?|quotes?|gives?|bears?|carries) [^.;]{3,90} on (?:every|each|all|any|the|its) (?:\w+ )?(?:invoices?|bills?)|(?:po|purchase order|order) (?:number|no\.?)[^.;]{0,30} (?:has to|must|is to|needs to) be (?:stated|shown|quoted|given)|(?:sends|issues) an invoice with|[^.;]{3,60} with (?:each|every) invoice|invoices? (?:lists?|shows?|states?|gives?|sets? out|identif(?:y|ies)|itemi[sz]es?|specif(?:y|ies)|bears?|quotes?|contains?|includes?)\b|invoices? [a-z]+, (?:identifying|showing|stating|listing|itemi[sz]ing|detailing|specifying)|invoices?[^.;]{0,34},? each (?:showing|stating|bearing|quoting|with|listing|itemi[sz]ing|setting out)|invoices?(?: [a-z]+){0,2} (?:showing|stating|quoting|listing|with an? (?:breakdown|itemi[sz]ed|detailed))|(?:bills?|invoices?) [^.;]{2,70} and (?:lists?|shows?|states?|itemi[sz]es?)\b|invoices? each [a-z ]{2,40} with|las facturas (?:deberan|indicaran|incluiran|llevaran)|(?:en|sobre) (?:cada|todas las) facturas?|le fatture (?:devono|dovranno|riportano)|(?:su|in) ogni fattura|as faturas (?:devem|deverao)|em (?:cada|todas as) faturas?|(?:op|in) (?:elke|iedere|alle|de) facturen?|facturen (?:vermelden|dienen|moeten)|mentionner sur (?:chaque|toute)s? factures?|po (?:number )?required|invoices? (?:include|state|show|quote|reference|bear|itemi[sz]e)s?|accompan(?:y|ies|ied) (?:each|every|by) (?:invoice|application|bill|payment|a )?|(?:above|over) [^.;]{2,20} a (?:po|purchase order) is (?:needed|required))\b/;
const commands =
  /^(?:show|include|attach|reference|quote|state|list|cite|itemi[sz]e|separate|describe|identify|send|address|provide|indicate)\b/;

/** "Every invoice must quote the PO number", "Attach signed timesheets" under a heading of invoices. */
export const requiredFrame: CueFrame = {
  id: "required",
  cue: /\b(?:invoic\w*|bills?|accounts?|rechnung\w*|sammelrechnung\w*|factur\w*|factuur|fattur\w*|fatura\w*|po\b|purchase order|timesheets?|receipts?|application|show|include|attach|reference|quote|state|itemi[sz]e)\b/,
  veto: /\bab rechnungsdatum\b|\b(?:services shall include|work shall include|report(?:s)? (?:must|shall) include|insurance|proposal (?:must|shall)|delivery notes? (?:must|shall)|p\.?o\.? box)\b/,
  project: (reading) => {
    const { folded, unit } = reading;
    const heading = unit.contexts.map((context) => context.folded).join(" ");
    const inInvoicing = /\b(?:invoic\w*|billing|rechnung\w*|facturation)\b/.test(heading);
    const leadIn = unit.contexts.some(
      (context) => context.kind === "lead-in" && invoiceSubject.test(context.folded),
    );
    const isAsked = asksOnInvoice(folded);
    const isRule = isAsked || invoiceSubject.test(folded) || leadIn || (inInvoicing && commands.test(folded));
    if (!isRule) return [];
    const isLabel = /^[^:|]{0,24}(?:po|purchase order)[^:|]{0,14}required ?[:|] ?(?:yes|no)\b/.exec(folded);
    if (isLabel !== null && isLabel[0].endsWith("no")) return [];
    if (
      !isAsked &&
      !leadIn &&
      !must.test(folded) &&
      !commands.test(folded) &&
      isLabel === null &&
      !/\b(?:no po,? no pay|with (?:each|every) invoice|on (?:each|every|all) (?:[a-z']+ )?invoices?|identifying|detailing|specifying|invoices? (?:lists?|shows?|states?|gives?|sets? out|identif(?:y|ies)|specif(?:y|ies)|contains?)|showing|stating|quoting|listing|breakdown|and (?:lists?|shows?|states?)|returned|rejected|itemi[sz]\w*|accompan\w*|needed|invoices? (?:include|state|show|quote|reference|bear)s?|required)\b/.test(
        folded,
      )
    )
      return [];
    const fields = fieldWords
      .filter(([, pattern]) => pattern.test(withoutSubject(folded)))
      .map(([name]) => name);
    if (isAsked && !fields.includes("orderReference") && !fields.includes("agreementReference"))
      if (namesPayersOrder(folded)) fields.unshift("orderReference");
    if (fields.length === 0) return [];
    const above = reading.literals.find(
      (literal) =>
        literal.type === "money" &&
        (literal.bound === ">" || literal.bound === ">=") &&
        !/\b(?:expenses?|items?|receipts?|costs?)\b[^.;]{0,12}$/.test(reading.before(literal, 24)),
    );
    const periods = fields.includes("periodStart") ? [...fields, "periodEnd"] : fields;
    return [
      projection<"required">({
        type: "required",
        key: `required|${periods.join("+")}`,
        value: { fields: periods, ...(above?.type === "money" && { above: above.value }) },
        ...(above?.type === "money" && above.bound === ">=" && { questions: ["threshold-inclusive"] }),
        taken: above === undefined ? [] : [above],
        weight: 0.1,
      }),
    ];
  },
};

/** The words that introduce the rule are no field of it: "invoice number" is, "each invoice" is not. */
const withoutSubject = (folded: string): string =>
  folded
    .replace(/^(?:each|every|all|any) invoices?\b/, "")
    .replace(/\bunder (?:this|the) (?:agreement|contract|sow|purchase order)\b/g, "");

const orderNumber =
  /\b(?:purchase order|blanket (?:purchase )?order|p\.?o\.?|your order|our order|order ref(?:erence)?\.?|bestellung|bestellnummer|bestell-?nr\.?|commande|bon de commande|customer po|client po|call-?off order|bpa)(?: ?(?:no\.?|number|num\.?|#|ref\.?|nr\.?|n°|reference|numero|is|lautet|\|))* ?[:#]? ?#?((?:[a-z]{1,6}[-/ ]?)?\d[a-z\d/._-]{1,24})\b/g;

/** "Placed under Purchase Order No. PO-77812", "PO 4500118822, value USD 24,000". */
export const purchaseOrderFrame: CueFrame = {
  id: "purchase-order",
  cue: /\b(?:purchase order|p\.?o\.?|blanket order|your order|order ref\w*|bestell\w*|commande|bpa|call-?off)\b/,
  veto: /\bp\.? ?o\.? box\b(?!.*purchase order)|\b(?:requisition|quote)\b(?!.*(?:\bpo\b|purchase order))/,
  project: (reading) => {
    const { text, folded } = reading;
    for (const match of folded.matchAll(orderNumber)) {
      const number = match[1];
      if (
        number === undefined ||
        /\bbox\b/.test(match[0]) ||
        /^\d{1,2}$/.test(number) ||
        /^(?:19|20)\d\d-?(?:\d\d)?$/.test(number) ||
        number.length < 3
      )
        continue;
      const at = match.index + match[0].length - number.length;
      const printed = text.slice(at, at + number.length).replace(/[.,;]+$/, "");
      const money = reading.literals.filter((literal) => literal.type === "money" && literal.start > at);
      const valued = money.find((literal) =>
        /\b(?:value[d]?(?: at)?|amount|limit|up to|not (?:to )?exceed\w*|total(?:ing)?|for|covers?|wert|montant|uber|releases|in the (?:sum|amount) of|nte|to|,)[ :]*(?:of |at |a total of |is )*$/.test(
          reading.before(literal, 30),
        ),
      );
      return [
        projection<"purchase-order">({
          type: "purchase-order",
          key: `po|${printed.toLowerCase()}`,
          value: {
            number: printed,
            ...(valued?.type === "money" && valued.per.length === 0 && { amount: valued.value }),
          },
          taken: valued === undefined ? [] : money.slice(0, money.indexOf(valued) + 1),
          weight: 0.1,
        }),
      ];
    }
    return [];
  },
};

/** An IBAN, or account and sort code, named as the account to pay to. */
export const bankAccountFrame: CueFrame = {
  id: "bank-account",
  cue: /\b(?:iban|bank (?:account|details)|account (?:no\.?|number)|konto(?:nummer)?|bankverbindung|coordonnees bancaires|remit(?:tance)?|wire|ach|payable to|sort code|routing)\b/,
  project: (reading) => {
    const [iban] = findIbans(reading.text);
    const holder =
      /\b(?:account (?:name|holder)|beneficiary|kontoinhaber|titulaire|in the name of|payee)\b ?:? ?([\p{L}][^,;:|]{2,50})/u.exec(
        reading.folded,
      );
    const name =
      holder?.[1] === undefined
        ? undefined
        : reading.text
            .slice(holder.index + holder[0].length - holder[1].length, holder.index + holder[0].length)
            .trim();
    if (iban !== undefined) {
      return [
        projection<"bank-account">({
          type: "bank-account",
          key: `account|${iban.iban}`,
          value: { iban: iban.iban, ...(name !== undefined && { holder: name }) },
          weight: iban.isValid ? 0.15 : -0.2,
          questions: iban.isValid ? [] : ["iban-check-digits"],
        }),
      ];
    }
    const account =
      /\b(?:account (?:no\.?|number|#)|acct\.? ?(?:no\.?|#)?|kontonummer|a\/c(?: no\.?)?) ?:? ?([\d][\d -]{4,20}\d)/.exec(
        reading.folded,
      )?.[1];
    if (account === undefined) return [];
    return [
      projection<"bank-account">({
        type: "bank-account",
        key: `account|${account}`,
        value: { account: account.replace(/[ -]/g, ""), ...(name !== undefined && { holder: name }) },
      }),
    ];
  },
};
