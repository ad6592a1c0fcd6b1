import { describe, expect, test } from "vitest";
import type { EInvoice } from "../../../../../../src-main/pipeline/export/einvoice/einvoice.ts";
import { allRules, brokenRules } from "../../../../../../src-main/pipeline/export/einvoice/rules/index.ts";
import { decimalText } from "../../../../../../src-shared/money/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { sentenceFor } from "../../../../../../src-shared/text/index.ts";
import { soundEInvoice } from "../../../../../builders/e-invoice.ts";

type Change = (sound: EInvoice) => EInvoice;
type Line = EInvoice["lines"][number];
type Part = EInvoice["allowances"][number];
type Breakdown = EInvoice["breakdowns"][number];

const whole =
  (change: Partial<EInvoice>): Change =>
  (sound) => ({ ...sound, ...change });
const seller =
  (change: Partial<EInvoice["seller"]>): Change =>
  (sound) => ({ ...sound, seller: { ...sound.seller, ...change } });
const buyer =
  (change: Partial<EInvoice["buyer"]>): Change =>
  (sound) => ({ ...sound, buyer: { ...sound.buyer, ...change } });
const line =
  (change: Partial<Line>): Change =>
  (sound) => ({ ...sound, lines: sound.lines.map((each) => ({ ...each, ...change })) });
const part =
  (kind: Part["kind"], change: Partial<Part>): Change =>
  (sound) => ({
    ...sound,
    allowances: sound.allowances.map((each) => (each.kind === kind ? { ...each, ...change } : each)),
  });
const linePart =
  (kind: Part["kind"], change: Partial<Part>): Change =>
  (sound) =>
    line({
      allowances: (sound.lines[0]?.allowances ?? []).map((each) =>
        each.kind === kind ? { ...each, ...change } : each,
      ),
    })(sound);
const breakdown =
  (change: Partial<Breakdown>): Change =>
  (sound) => ({ ...sound, breakdowns: sound.breakdowns.map((each) => ({ ...each, ...change })) });
const both =
  (...changes: readonly Change[]): Change =>
  (sound) =>
    changes.reduce((invoice, change) => change(invoice), sound);

const odd = decimalText("1.005");
const nowhere = { street: [], city: null, postCode: null, country: null };
const noReason = { reason: null, reasonCode: null };
const backwards = { start: localDate("2026-09-30"), end: localDate("2026-09-01") };
const openPeriod = { start: null, end: null };
const endpoint = (
  scheme: string | null,
  id = "1",
): { readonly endpoint: EInvoice["seller"]["endpoint"] } => ({
  endpoint: { scheme, id },
});

/** How to break each rule, and only what it takes. */
const breaks: Readonly<Record<string, Change>> = {
  "BR-01": whole({ specification: " " }),
  "BR-02": whole({ number: null }),
  "BR-03": whole({ issueDate: null }),
  "BR-04": whole({ typeCode: null }),
  "BR-05": whole({ currency: null }),
  "BR-06": seller({ name: null }),
  "BR-07": buyer({ name: "" }),
  "BR-08": seller(nowhere),
  "BR-09": seller({ country: null }),
  "BR-10": buyer(nowhere),
  "BR-11": buyer({ country: null }),
  "BR-12": whole({ sumOfLines: null }),
  "BR-13": whole({ withoutVat: null }),
  "BR-14": whole({ withVat: null }),
  "BR-15": whole({ due: null }),
  "BR-16": whole({ lines: [] }),
  "BR-21": line({ id: null }),
  "BR-22": line({ quantity: null }),
  "BR-23": line({ unitCode: null }),
  "BR-24": line({ netAmount: null }),
  "BR-25": line({ name: " " }),
  "BR-26": line({ netPrice: null }),
  "BR-27": line({ netPrice: decimalText("-1") }),
  "BR-28": line({ grossPrice: decimalText("-1") }),
  "BR-29": whole({ period: backwards }),
  "BR-30": line({ period: backwards }),
  "BR-31": part("allowance", { amount: null }),
  "BR-32": part("allowance", { category: null }),
  "BR-33": part("allowance", noReason),
  "BR-36": part("charge", { amount: null }),
  "BR-37": part("charge", { category: null }),
  "BR-38": part("charge", noReason),
  "BR-41": linePart("allowance", { amount: null }),
  "BR-42": linePart("allowance", noReason),
  "BR-43": linePart("charge", { amount: null }),
  "BR-44": linePart("charge", noReason),
  "BR-45": breakdown({ taxable: null }),
  "BR-46": breakdown({ tax: null }),
  "BR-47": breakdown({ category: null }),
  "BR-48": breakdown({ rate: null }),
  "BR-49": whole({ payment: { code: null, remittance: null, account: "X" } }),
  "BR-55": whole({ precedingInvoices: [null] }),
  "BR-57": whole({ delivery: { date: null, country: " " } }),
  "BR-61": whole({ payment: { code: "30", remittance: null, account: null } }),
  "BR-62": seller(endpoint(null)),
  "BR-63": buyer(endpoint(" ")),
  "BR-CO-04": line({ category: null }),
  "BR-CO-09": seller({ vatId: "123456789" }),
  "BR-CO-10": whole({ sumOfLines: decimalText("95.01") }),
  "BR-CO-11": whole({ allowanceTotal: null }),
  "BR-CO-12": whole({ chargeTotal: decimalText("5.01") }),
  "BR-CO-13": whole({ withoutVat: decimalText("79.99") }),
  "BR-CO-14": whole({ vat: decimalText("15.99") }),
  "BR-CO-15": whole({ withVat: decimalText("96.01") }),
  "BR-CO-16": whole({ prepaid: decimalText("1.00") }),
  "BR-CO-17": breakdown({ tax: decimalText("17.00") }),
  "BR-CO-18": whole({ breakdowns: [] }),
  "BR-CO-19": whole({ period: openPeriod }),
  "BR-CO-20": line({ period: openPeriod }),
  "BR-CO-21": part("allowance", noReason),
  "BR-CO-22": part("charge", noReason),
  "BR-CO-23": linePart("allowance", noReason),
  "BR-CO-24": linePart("charge", noReason),
  "BR-CO-25": whole({ dueDate: null, paymentTerms: null }),
  "BR-CO-26": seller({ vatId: null, legalId: null }),
  "BR-DEC-01": part("allowance", { amount: odd }),
  "BR-DEC-02": part("allowance", { baseAmount: odd }),
  "BR-DEC-05": part("charge", { amount: odd }),
  "BR-DEC-06": part("charge", { baseAmount: odd }),
  "BR-DEC-09": whole({ sumOfLines: odd }),
  "BR-DEC-10": whole({ allowanceTotal: odd }),
  "BR-DEC-11": whole({ chargeTotal: odd }),
  "BR-DEC-12": whole({ withoutVat: odd }),
  "BR-DEC-13": whole({ vat: odd }),
  "BR-DEC-14": whole({ withVat: odd }),
  "BR-DEC-16": whole({ prepaid: odd }),
  "BR-DEC-17": whole({ rounding: odd }),
  "BR-DEC-18": whole({ due: odd }),
  "BR-DEC-19": breakdown({ taxable: odd }),
  "BR-DEC-20": breakdown({ tax: odd }),
  "BR-DEC-23": line({ netAmount: odd }),
  "BR-DEC-24": linePart("allowance", { amount: odd }),
  "BR-DEC-25": linePart("allowance", { baseAmount: odd }),
  "BR-DEC-27": linePart("charge", { amount: odd }),
  "BR-DEC-28": linePart("charge", { baseAmount: odd }),
  "BR-CL-01": whole({ typeCode: "999" }),
  "BR-CL-03": whole({ currency: "EURO" }),
  "BR-CL-14": buyer({ country: "XX" }),
  "BR-CL-16": whole({ payment: { code: "999", remittance: null, account: "X" } }),
  "BR-CL-17": breakdown({ category: "Q" }),
  "BR-CL-18": line({ category: "Q" }),
  "BR-CL-22": breakdown({ reasonCode: "VATEX-NONE" }),
  "BR-CL-23": line({ unitCode: "hours" }),
  "BR-CL-25": buyer(endpoint("4711")),
  "BR-IC-11": both(whole({ delivery: { date: null, country: "FR" }, period: null }), line({ period: null })),
  "BR-IC-12": whole({ delivery: { date: localDate("2026-09-30"), country: null } }),
  "BR-O-11": (sound) => ({ ...sound, breakdowns: [...sound.breakdowns, ...soundEInvoice("Z").breakdowns] }),
  "BR-O-12": (sound) => ({ ...sound, lines: [...sound.lines, ...soundEInvoice("Z").lines] }),
  "BR-O-13": part("allowance", { category: "Z" }),
  "BR-O-14": part("charge", { category: "Z" }),
  "BR-B-01": line({ category: "B" }),
  "BR-B-02": (sound) => ({ ...sound, lines: [...sound.lines, ...soundEInvoice("B").lines] }),
  "PEPPOL-EN16931-R001": whole({ process: null }),
  "PEPPOL-EN16931-R002": both(whole({ notes: ["a", "b"] }), buyer({ country: "AT" })),
  "PEPPOL-EN16931-R003": whole({ buyerReference: null, orderReference: null }),
  "PEPPOL-EN16931-R004": whole({ specification: "urn:cen.eu:en16931:2017" }),
  "PEPPOL-EN16931-R007": whole({ process: "urn:other" }),
  "PEPPOL-EN16931-R010": buyer({ endpoint: null }),
  "PEPPOL-EN16931-R020": seller({ endpoint: null }),
  "PEPPOL-EN16931-R040": linePart("allowance", { amount: decimalText("10.03") }),
  "PEPPOL-EN16931-R041": linePart("allowance", { baseAmount: null }),
  "PEPPOL-EN16931-R042": linePart("allowance", { percent: null }),
  "PEPPOL-EN16931-R046": line({ grossPrice: decimalText("11.00") }),
  "PEPPOL-EN16931-R110": line({ period: { start: localDate("2026-08-31"), end: null } }),
  "PEPPOL-EN16931-R111": line({ period: { start: null, end: localDate("2026-10-01") } }),
  "PEPPOL-EN16931-R120": line({ netAmount: decimalText("95.03") }),
  "PEPPOL-EN16931-R121": line({ priceBase: decimalText("0") }),
  "PEPPOL-COMMON-R040": buyer(endpoint("0088", "9482348239854")),
  "PEPPOL-EN16931-CL008": buyer(endpoint("EM", "a@b.example")),
  "PEPPOL-EN16931-P0104": breakdown({ reasonCode: "VATEX-EU-AE" }),
  "DE-R-001": whole({ payment: null }),
  "DE-R-002": seller({ contact: null }),
  "DE-R-003": seller({ city: null }),
  "DE-R-004": seller({ postCode: null }),
  "DE-R-005": seller({ contact: { name: null, phone: "1", email: "a@b" } }),
  "DE-R-006": seller({ contact: { name: "A", phone: null, email: "a@b" } }),
  "DE-R-007": seller({ contact: { name: "A", phone: "1", email: null } }),
  "DE-R-008": buyer({ city: null }),
  "DE-R-009": buyer({ postCode: null }),
  "DE-R-014": breakdown({ rate: null }),
  "DE-R-015": whole({ buyerReference: null }),
  "DE-R-016": seller({ vatId: null, taxRegistration: null }),
  "DE-R-019": whole({ payment: { code: "58", remittance: null, account: "DE00370400440532013000" } }),
  "DE-R-023-1": whole({ payment: { code: "58", remittance: null, account: null } }),
};

/** The category whose sound invoice a rule is broken from. */
const startOf = (rule: string): string =>
  ({ "BR-IC-11": "K", "BR-IC-12": "K", "BR-O-11": "O", "BR-O-12": "O", "BR-O-13": "O", "BR-O-14": "O" })[
    rule
  ] ?? "S";

const families: Readonly<Record<string, string>> = {
  S: "S",
  Z: "Z",
  E: "E",
  AE: "AE",
  IC: "K",
  G: "G",
  O: "O",
  AF: "L",
  AG: "M",
};

const noIds = both(seller({ vatId: null, taxRegistration: null }), buyer({ vatId: null }));
const wrongRate = (category: string): ReturnType<typeof decimalText> | null =>
  ({ S: decimalText("0"), L: null, M: null, O: decimalText("5") })[category] ?? decimalText("5");

/** The ten rules that each category has, broken from its own sound invoice. */
const familyBreaks = (category: string): Readonly<Record<string, Change>> => {
  const ids = category === "O" ? seller({ vatId: "DE123456789" }) : noIds;
  const rate = category === "L" || category === "M" ? null : wrongRate(category);
  return {
    "01": whole({ breakdowns: [] }),
    "02": ids,
    "03": ids,
    "04": ids,
    "05": line({ rate }),
    "06": part("allowance", { rate }),
    "07": part("charge", { rate }),
    "08": breakdown({ taxable: decimalText("81.00") }),
    "09": breakdown({ tax: decimalText("99.00") }),
    "10": ["E", "AE", "K", "G", "O"].includes(category)
      ? breakdown(noReason)
      : breakdown({ reason: "No reason is allowed here" }),
  };
};

const ids = (invoice: EInvoice, profile: "en16931" | "peppol" | "xrechnung"): readonly string[] =>
  brokenRules(invoice, profile).map(({ rule }) => rule);

describe("a sound invoice breaks nothing", () => {
  test.each(["S", "Z", "E", "AE", "K", "G", "O", "L", "M"])("of category %s", (category) => {
    expect(ids(soundEInvoice(category), "en16931")).toEqual([]);
  });

  test("in Peppol and in Germany", () => {
    expect([ids(soundEInvoice(), "peppol"), ids(soundEInvoice(), "xrechnung")]).toEqual([[], []]);
  });
});

describe("each rule holds for the sound invoice and is broken by its own change", () => {
  const single = allRules.filter(({ id }) => !/^BR-(S|Z|E|AE|IC|G|O|AF|AG)-(0\d|10)$/.test(id));

  test.each([...new Set(single.map(({ id }) => id))])("%s", (id) => {
    const change = breaks[id];
    expect(change, `no change breaks ${id}`).toBeDefined();
    const sound = soundEInvoice(startOf(id));
    const rules = allRules.filter((rule) => rule.id === id);
    expect(rules.flatMap((rule) => rule.broken(sound))).toEqual([]);
    expect(rules.flatMap((rule) => rule.broken(change?.(sound) ?? sound))).not.toEqual([]);
    const sentence = sentenceFor({
      code: `einvoice/${id}`,
      facts: { number: "R-1", rule: id, place: "line 1" },
    });
    expect(sentence).toMatch(/^R-1 breaks .+\(line 1\)\. \S.+\.$/);
  });

  for (const [family, category] of Object.entries(families)) {
    test.each(Object.entries(familyBreaks(category)))(`BR-${family}-%s`, (number, change) => {
      const id = `BR-${family}-${number}`;
      const rule = allRules.find((each) => each.id === id);
      const sound = soundEInvoice(category);
      expect(rule?.broken(sound)).toEqual([]);
      expect(rule?.broken(change(sound))).not.toEqual([]);
      expect(
        sentenceFor({ code: `einvoice/${id}`, facts: { number: "R-1", rule: id, place: "x" } }),
      ).toContain(id);
    });
  }
});

test("tax is computed by rate and not by line, so three thirds make twenty cents", () => {
  const third = decimalText("0.33");
  const invoice: EInvoice = {
    ...soundEInvoice(),
    allowances: [],
    allowanceTotal: null,
    chargeTotal: null,
    lines: [1, 2, 3].map((id) => ({
      ...(soundEInvoice().lines[0] as Line),
      id: String(id),
      quantity: decimalText("1"),
      netPrice: third,
      grossPrice: null,
      allowances: [],
      netAmount: third,
    })),
    breakdowns: [
      {
        ...(soundEInvoice().breakdowns[0] as Breakdown),
        taxable: decimalText("0.99"),
        tax: decimalText("0.20"),
      },
    ],
    sumOfLines: decimalText("0.99"),
    withoutVat: decimalText("0.99"),
    vat: decimalText("0.20"),
    withVat: decimalText("1.19"),
    due: decimalText("1.19"),
  };
  expect(ids(invoice, "peppol")).toEqual([]);
  expect(ids({ ...invoice, vat: decimalText("0.21") }, "peppol")).toEqual(["BR-CO-14", "BR-CO-15"]);
});
