/** Rules of EN 16931 and its profiles, in our own words. `{place}` says where, `{rule}` is the id in the standard. */
const sentences = {
  "BR-01": "An e-invoice must say which specification it follows.",
  "BR-02": "It needs an invoice number.",
  "BR-03": "It needs an issue date.",
  "BR-04": "It needs a type: invoice, credit note, and so on.",
  "BR-05": "It needs a currency.",
  "BR-06": "It must name the seller.",
  "BR-07": "It must name the buyer.",
  "BR-08": "It needs the seller’s address.",
  "BR-09": "The seller’s address needs a country. Set one in the options where the invoice prints none.",
  "BR-10": "It needs the buyer’s address.",
  "BR-11": "The buyer’s address needs a country. Set one in the options where the invoice prints none.",
  "BR-12": "It needs the sum of its lines.",
  "BR-13": "It needs a total without VAT.",
  "BR-14": "It needs a total with VAT.",
  "BR-15": "It needs the amount that is due.",
  "BR-16": "It needs at least one line.",
  "BR-21": "Each line needs an id.",
  "BR-22": "Each line needs a quantity.",
  "BR-23": "Each line needs a unit.",
  "BR-24": "Each line needs a net amount.",
  "BR-25": "Each line needs a description.",
  "BR-26": "Each line needs a price.",
  "BR-27": "A price must not be negative; a negative quantity takes its place.",
  "BR-28": "A price before discount must not be negative.",
  "BR-29": "The invoicing period must not end before it begins.",
  "BR-30": "The period of a line must not end before it begins.",
  "BR-31": "Each allowance needs an amount.",
  "BR-32":
    "Each allowance needs a VAT category. Print its tax rate, or set the category of lines without tax.",
  "BR-33": "Each allowance needs a reason.",
  "BR-36": "Each charge needs an amount.",
  "BR-37": "Each charge needs a VAT category. Print its tax rate, or set the category of lines without tax.",
  "BR-38": "Each charge needs a reason.",
  "BR-41": "Each allowance of a line needs an amount.",
  "BR-42": "Each allowance of a line needs a reason.",
  "BR-43": "Each charge of a line needs an amount.",
  "BR-44": "Each charge of a line needs a reason.",
  "BR-45": "Each row of the VAT breakdown needs a taxable amount.",
  "BR-46": "Each row of the VAT breakdown needs a tax amount.",
  "BR-47": "Each row of the VAT breakdown needs a category.",
  "BR-48": "Each row of the VAT breakdown needs a rate, unless it is outside the scope of VAT.",
  "BR-49": "Payment instructions need a code of the means of payment.",
  "BR-55": "A reference to an earlier invoice needs its number.",
  "BR-57": "A place of delivery needs a country.",
  "BR-61": "A credit transfer needs the account to pay to.",
  "BR-62": "The seller’s electronic address needs a scheme, such as “0088:…”.",
  "BR-63": "The buyer’s electronic address needs a scheme, such as “0088:…”.",
  "BR-CO-04": "Each line needs a VAT category. Print its tax rate, or set the category of lines without tax.",
  "BR-CO-09": "A VAT id begins with the two letters of its country.",
  "BR-CO-10": "The sum of lines is not what the lines add up to.",
  "BR-CO-11": "The total of allowances is not what they add up to.",
  "BR-CO-12": "The total of charges is not what they add up to.",
  "BR-CO-13": "The total without VAT is not the lines less allowances plus charges.",
  "BR-CO-14":
    "The total of VAT is not what the VAT breakdown adds up to. E-invoices compute VAT by rate, not by line.",
  "BR-CO-15": "The total with VAT is not the total without VAT plus the VAT.",
  "BR-CO-16": "The amount due is not the total less what was paid plus rounding.",
  "BR-CO-17": "A VAT amount is not its taxable amount times its rate.",
  "BR-CO-18": "It needs a VAT breakdown.",
  "BR-CO-19": "An invoicing period needs a first or a last day.",
  "BR-CO-20": "The period of a line needs a first or a last day.",
  "BR-CO-21": "Each allowance needs a reason or a code for it.",
  "BR-CO-22": "Each charge needs a reason or a code for it.",
  "BR-CO-23": "Each allowance of a line needs a reason or a code for it.",
  "BR-CO-24": "Each charge of a line needs a reason or a code for it.",
  "BR-CO-25": "Where something is due, it needs a due date or payment terms.",
  "BR-CO-26": "The seller needs a VAT id or a register number, so that the buyer can tell who it is.",
  "BR-CL-01": "The type of the document is not in the list of the standard.",
  "BR-CL-03": "The currency is not an ISO 4217 code.",
  "BR-CL-14": "A country is not an ISO 3166 code of two letters.",
  "BR-CL-16": "The means of payment is not in the list of the standard.",
  "BR-CL-17": "A category of the VAT breakdown is not in the list of the standard.",
  "BR-CL-18": "A VAT category is not in the list of the standard.",
  "BR-CL-22": "A code of exemption is not in the list of the standard.",
  "BR-CL-23": "A unit is not in the list of the standard.",
  "BR-CL-25": "The scheme of an electronic address is not in the list of the standard.",
  "BR-IC-11": "A supply within the EU needs a date of delivery or an invoicing period.",
  "BR-IC-12": "A supply within the EU needs the country that it goes to.",
  "BR-O-11": "What is outside the scope of VAT stands alone in the VAT breakdown.",
  "BR-O-12": "An invoice outside the scope of VAT has no line in another category.",
  "BR-O-13": "An invoice outside the scope of VAT has no allowance in another category.",
  "BR-O-14": "An invoice outside the scope of VAT has no charge in another category.",
  "BR-B-01": "Split payment is for invoices within Italy only.",
  "BR-B-02": "Split payment and standard rate do not stand in one invoice.",
  "PEPPOL-EN16931-R001": "Peppol wants the business process.",
  "PEPPOL-EN16931-R002": "Peppol takes one note only, except between German companies.",
  "PEPPOL-EN16931-R003": "Peppol wants a buyer reference or an order number.",
  "PEPPOL-EN16931-R004": "Peppol wants its own specification id.",
  "PEPPOL-EN16931-R007": "The business process is not in Peppol’s form.",
  "PEPPOL-EN16931-R010": "Peppol wants the buyer’s electronic address. Add it in the options.",
  "PEPPOL-EN16931-R020": "Peppol wants your electronic address. Add it in the options.",
  "PEPPOL-EN16931-R040": "An allowance or charge is not its base times its percentage.",
  "PEPPOL-EN16931-R041": "A percentage of an allowance or charge needs its base.",
  "PEPPOL-EN16931-R042": "A base of an allowance or charge needs its percentage.",
  "PEPPOL-EN16931-R046": "A net price is not its gross price less its discount.",
  "PEPPOL-EN16931-R110": "The period of a line begins before the invoicing period.",
  "PEPPOL-EN16931-R111": "The period of a line ends after the invoicing period.",
  "PEPPOL-EN16931-R120": "The amount of a line is not its quantity times its price.",
  "PEPPOL-EN16931-R121": "The quantity that a price is for must be above zero.",
  "PEPPOL-COMMON-R040": "A location number (GLN) has a wrong check digit.",
  "PEPPOL-EN16931-CL008": "Peppol does not know the scheme of an electronic address.",
  "PEPPOL-EN16931-P0104": "A code of exemption does not belong to its VAT category.",
  "DE-R-001": "German buyers want payment instructions: the invoice prints no bank account.",
  "DE-R-002": "German buyers want your contact. Add name, telephone and e-mail in the options.",
  "DE-R-003": "German buyers want the seller’s city.",
  "DE-R-004": "German buyers want the seller’s post code.",
  "DE-R-005": "German buyers want a name in your contact.",
  "DE-R-006": "German buyers want a telephone number in your contact.",
  "DE-R-007": "German buyers want an e-mail address in your contact.",
  "DE-R-008": "German buyers want the buyer’s city.",
  "DE-R-009": "German buyers want the buyer’s post code.",
  "DE-R-014": "German buyers want a rate in each row of the VAT breakdown.",
  "DE-R-015": "German buyers want a buyer reference (Leitweg-ID).",
  "DE-R-016": "A German seller needs a VAT id or a tax number.",
  "DE-R-019": "A SEPA transfer needs a valid IBAN.",
  "DE-R-023-1": "A credit transfer needs the account to pay to.",
} as const;

/** Rules that stand for each category of VAT alike. */
const familySentences = {
  "01": "{category}: the VAT breakdown has no row for it, or more than it should.",
  "02": "{category}: a line needs tax ids of the parties that this category asks for, or must not have any.",
  "03": "{category}: an allowance needs tax ids of the parties that this category asks for, or must not have any.",
  "04": "{category}: a charge needs tax ids of the parties that this category asks for, or must not have any.",
  "05": "{category}: a line has a tax rate that does not belong to this category.",
  "06": "{category}: an allowance has a tax rate that does not belong to this category.",
  "07": "{category}: a charge has a tax rate that does not belong to this category.",
  "08": "{category}: the taxable amount is not what its lines, allowances and charges add up to.",
  "09": "{category}: the tax amount is not what this category gives.",
  "10": "{category}: a reason of exemption is missing, or stands where there must be none.",
} as const;

const families = {
  S: "Standard rate",
  Z: "Zero rate",
  E: "Exempt",
  AE: "Reverse charge",
  IC: "Supply within the EU",
  G: "Export",
  O: "Outside the scope of VAT",
  AF: "IGIC",
  AG: "IPSI",
} as const;

/** Rules about the number of decimals, by the amount that they are about. */
const decimalSentence = "An amount has more than two decimals, which e-invoices cannot hold.";
const decimalRules = [
  "01",
  "02",
  "05",
  "06",
  "09",
  "10",
  "11",
  "12",
  "13",
  "14",
  "16",
  "17",
  "18",
  "19",
  "20",
  "23",
  "24",
  "25",
  "27",
  "28",
] as const;

/** All that e-invoices are told by, in one language. */
export interface EinvoiceWords {
  /** With `{number}`, `{rule}`, `{place}`, and `{sentence}` for what the rule asks. */
  readonly told: string;
  readonly rules: Readonly<Record<keyof typeof sentences, string>>;
  readonly families: Readonly<Record<keyof typeof familySentences, string>>;
  readonly categories: Readonly<Record<keyof typeof families, string>>;
  readonly decimals: string;
}

/** The sentences of one language by the code of the rule that is broken. */
export function einvoiceSentences(words: EinvoiceWords): Readonly<Record<`einvoice/${string}`, string>> {
  const told = (sentence: string): string => words.told.replace("{sentence}", sentence);
  return Object.fromEntries([
    ...Object.entries(words.rules).map(([rule, sentence]) => [`einvoice/${rule}`, told(sentence)]),
    ...decimalRules.map((number) => [`einvoice/BR-DEC-${number}`, told(words.decimals)]),
    ...Object.entries(words.categories).flatMap(([family, category]) =>
      Object.entries(words.families).map(([number, sentence]) => [
        `einvoice/BR-${family}-${number}`,
        told(sentence.replace("{category}", category)),
      ]),
    ),
  ]);
}

/** Why an e-invoice stays out, by the code of the rule that it breaks. */
export const einvoiceMessages = einvoiceSentences({
  told: "{number} breaks {rule} ({place}). {sentence}",
  rules: sentences,
  families: familySentences,
  categories: families,
  decimals: decimalSentence,
});
