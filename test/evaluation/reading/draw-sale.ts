import { createChance, type Chance, type Sale } from "./compose-sale.ts";
import { escapeHtml, type Draft } from "./draft.ts";
import { drawItems } from "./draw-items.ts";
import { drawTotals } from "./draw-totals.ts";

const fonts = [
  "Liberation Sans",
  "DejaVu Sans",
  "Liberation Serif",
  "Noto Sans",
  "Liberation Sans Narrow",
  "DejaVu Serif",
  "Nimbus Sans",
  "Liberation Mono",
  "C059",
];

/** A sale as a page of HTML. The same seed gives the same page. */
export function drawSale(sale: Sale): string {
  const chance = createChance(sale.seed * 31 + 17, sale.split);
  const draft = createDraft(sale, chance);
  const font = chance.pick(fonts);
  const size = font === "Liberation Mono" ? 8.5 : chance.any([8.5, 9, 9.5, 10, 10.5]);
  const paper = sale.country.code === "US" ? "Letter" : "A4";
  const body = pageBody(draft);
  return `<!doctype html><html><head><meta charset="utf-8"><style>
@page { size: ${paper}; margin: ${chance.any([12, 15, 18, 20])}mm; }
body { font-family: "${font}"; font-size: ${size}pt; line-height: ${chance.any([1.2, 1.3, 1.45])}; margin: 0; }
table { border-collapse: collapse; }
td, th { vertical-align: top; padding: 0; font-weight: normal; }
p { margin: 0 0 6pt; }
h1 { font-size: ${chance.any([14, 16, 20, 24])}pt; margin: 6pt 0; ${chance.is(0.2) ? "letter-spacing: 4pt;" : ""} }
.r { text-align: right; } .b { font-weight: bold; } .full { width: 100%; } .small { font-size: 75%; }
.gap { margin-top: ${chance.any([10, 14, 20])}pt; }
tr { page-break-inside: avoid; } thead { display: ${chance.is(0.75) ? "table-header-group" : "table-row-group"}; }
</style></head><body>${body}</body></html>`;
}

function createDraft(sale: Sale, chance: Chance): Draft {
  const { country } = sale;
  const group = chance.any(country.groups);
  const mark = chance.any(country.marks);
  const shape = chance.any(country.dates);
  const marksAmounts = chance.is(0.35);
  const figure = (text: string): string => {
    const [head = "", tail = ""] = text.replace("-", "").split(".");
    const grouped = group === "" ? head : head.replace(/\B(?=(\d{3})+$)/g, group);
    return `${text.startsWith("-") ? "-" : ""}${grouped}${tail === "" ? "" : country.decimal + tail}`;
  };
  return {
    sale,
    chance,
    figure,
    money: (text) => (marksAmounts ? mark(figure(text)) : figure(text)),
    date: (date) => shape(...date),
    colon: chance.any([":", "", ":", " :"]),
  };
}

type Pair = readonly [label: string, value: string];

function metaOf(draft: Draft): {
  readonly number: Pair;
  readonly rest: readonly Pair[];
  readonly date: Pair;
} {
  const { sale, chance, date } = draft;
  const { phrases } = sale;
  const number: Pair = [
    chance.pick(sale.kind === "invoice" ? phrases.number : phrases.creditNumber),
    sale.number,
  ];
  const issued: Pair = [chance.pick(phrases.date), date(sale.issued)];
  const rest: Pair[] = [];
  if (sale.due !== null) rest.push([chance.pick(phrases.due), date(sale.due)]);
  if (sale.period !== null) {
    const joint = chance.any([
      " - ",
      " – ",
      { en: " to ", de: " bis ", fr: " au ", nl: " t/m ", es: " al ", it: " al ", pt: " a " }[
        sale.country.tongue
      ],
    ]);
    rest.push([chance.pick(phrases.period), `${date(sale.period[0])}${joint}${date(sale.period[1])}`]);
  }
  if (sale.service !== null) rest.push([chance.pick(phrases.serviceDate), date(sale.service)]);
  if (sale.order !== null) rest.push([chance.pick(phrases.order), sale.order]);
  if (sale.contract !== null) rest.push([chance.pick(phrases.contract), sale.contract]);
  if (sale.customer !== null) rest.push([chance.pick(phrases.customer), sale.customer]);
  if (sale.original !== null) rest.push([chance.pick(phrases.original), sale.original]);
  if (chance.is(0.2))
    rest.push([chance.pick(phrases.contact), chance.any(["J. Martin", "Anna Weber", "M. Rossi"])]);
  return { number, date: issued, rest };
}

const row = (cells: readonly string[]): string => `<tr>${cells.join("")}</tr>`;
const lines = (texts: readonly string[]): string =>
  texts.map((text) => `<div>${escapeHtml(text)}</div>`).join("");

function pageBody(draft: Draft): string {
  const { sale, chance } = draft;
  const { phrases } = sale;
  const title = chance.pick(sale.kind === "invoice" ? phrases.invoice : phrases.creditNote);
  const meta = metaOf(draft);
  const head = drawHead(draft);
  const buyer = drawBuyer(draft);
  const metaStyle = chance.pick(["pairs", "grid", "stacked", "plain", "titled", "inline", "right", "quad"]);
  const heading = metaStyle === "titled" ? "" : `<h1>${escapeHtml(title)}</h1>`;
  const block = drawMeta(draft, metaStyle, title, meta.number, meta.date, meta.rest);
  const isWide =
    metaStyle === "grid" || metaStyle === "inline" || metaStyle === "stacked" || metaStyle === "quad";
  const side = chance.any(["buyer-left", "buyer-left", "buyer-right"] as const);
  const beside = (left: string, right: string): string =>
    `<table class="full gap">${row([`<td style="width:55%">${left}</td>`, `<td>${right}</td>`])}</table>`;
  let top: string;
  if (isWide || metaStyle === "titled")
    top = `<div class="gap">${buyer}</div><div class="gap">${heading}${block}</div>`;
  else if (side === "buyer-left")
    top = chance.is(0.5)
      ? beside(buyer, heading + block)
      : `${beside(buyer, block)}<div class="gap">${heading}</div>`;
  else top = beside(heading + block, buyer);
  const greeting = chance.is(0.45) ? `<p class="gap">${escapeHtml(chance.pick(phrases.greeting))}</p>` : "";
  const items = drawItems(draft);
  const totals = drawTotals(draft, items.columns);
  const table = items.html.replace("<!--totals-->", totals.inTable);
  return `${head.top}${top}${greeting}${table}${totals.below}${drawPayment(draft)}${head.foot}`;
}

function drawHead(draft: Draft): { readonly top: string; readonly foot: string } {
  const { sale, chance } = draft;
  const [name, street, town, taxId] = sale.seller;
  const { phrases, country } = sale;
  const phone = `${chance.pick(phrases.phone)} ${chance.any(["+49 711 123456-0", "01 23 45 67 89", "(510) 555-0142", "020 7946 0000"])}`;
  const mail = `office@${name
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .slice(0, 12)}.example`;
  const taxLabel = country.code === "US" ? "EIN" : country.code === "AU" ? "ABN" : chance.pick(phrases.taxId);
  const tax = `${taxLabel}${chance.any([":", "", " :"])} ${taxId}`;
  const address = chance.is(0.5) ? [street, town] : [`${street}, ${town}`];
  const legal = [name, `${street} · ${town}`, `${phone} · ${mail}`, tax];
  const contact = chance.is(0.6) ? [phone, mail] : [];
  const footStyle = chance.pick(["none", "line", "columns", "tax-line", "centered"]);
  const style = chance.pick(["left", "right", "center", "band", "logo", "split", "sidebar"]);
  const needsTax = footStyle === "none";
  const under = [...address, ...contact, ...(needsTax ? [tax] : [])];
  const big = (text: string): string =>
    `<div class="b" style="font-size:${chance.any([12, 14, 17])}pt">${escapeHtml(text)}</div>`;
  let top = "";
  if (style === "left") top = `${big(name)}${lines(under)}`;
  else if (style === "right") top = `<div class="r">${big(name)}${lines(under)}</div>`;
  else if (style === "center") top = `<div style="text-align:center">${big(name)}${lines(under)}</div>`;
  else if (style === "band")
    top = `<div style="background:#234;color:#fff;padding:8pt">${big(name)}<div>${escapeHtml(under.join(" | "))}</div></div>`;
  else if (style === "logo")
    top = `<table class="full">${row([`<td><svg width="90" height="34"><rect width="90" height="34" fill="#c33"/></svg></td>`, `<td class="r"><div class="b">${escapeHtml(name)}</div>${lines(under)}</td>`])}</table>`;
  else if (style === "split")
    top = `<table class="full">${row([`<td>${big(name)}</td>`, `<td class="r small">${lines([...address])}</td>`, `<td class="r small">${lines([...contact, ...(needsTax ? [tax] : [])])}</td>`])}</table>`;
  else
    top = `<table class="full" style="border-bottom:1px solid #888">${row([`<td>${big(name)}</td>`, `<td>${lines([`${chance.pick(phrases.from)}:`, name, ...under])}</td>`])}</table>`;
  const small = (inner: string): string =>
    `<div class="small gap" style="border-top:1px solid #aaa;padding-top:4pt">${inner}</div>`;
  const bank = country.account === "" ? "" : `IBAN ${country.account.replace(/(.{4})(?=.)/g, "$1 ")}`;
  let foot = "";
  if (footStyle === "line") foot = small(escapeHtml(legal.join(" · ")));
  else if (footStyle === "tax-line") foot = small(escapeHtml(`${name} | ${tax}`));
  else if (footStyle === "centered")
    foot = `<div style="text-align:center">${small(lines([legal.slice(0, 2).join(" – "), tax]))}</div>`;
  else if (footStyle === "columns")
    foot = small(
      `<table class="full">${row([`<td>${lines([name, street, town])}</td>`, `<td>${lines([phone, mail, tax])}</td>`, `<td>${lines([chance.pick(phrases.bank), bank])}</td>`])}</table>`,
    );
  return { top, foot };
}

function drawBuyer(draft: Draft): string {
  const { sale, chance, colon } = draft;
  const { phrases, country } = sale;
  const own = [...sale.buyer, ...(chance.is(0.25) ? [country.land] : [])];
  if (chance.is(0.2))
    own.splice(
      1,
      0,
      chance.any(
        {
          en: ["Accounts Payable", "Attn: Ms Carter"],
          de: ["Frau Schmidt", "Buchhaltung"],
          fr: ["Service comptabilité"],
          nl: ["T.a.v. de administratie"],
          es: ["A/A Contabilidad"],
          it: ["Alla c.a. Amministrazione"],
          pt: ["Ao cuidado da Contabilidade"],
        }[country.tongue],
      ),
    );
  const label = chance.pick(phrases.billTo) + colon;
  const style = chance.pick(["labeled", "labeled", "window", "boxed", "row", "both", "window-plain"]);
  const other = sale.shipTo;
  const [name, street, town] = sale.seller;
  const push = country.windowSide === "right" && chance.is(0.6) ? ` style="margin-left:55%"` : "";
  if (style === "window")
    return `<div${push}><div class="small" style="font-size:6.5pt;text-decoration:underline">${escapeHtml(`${name} · ${street} · ${town}`)}</div>${lines(own)}</div>`;
  if (style === "window-plain") return `<div${push} style="padding-top:12pt">${lines(own)}</div>`;
  if (style === "boxed")
    return `<div style="border:1px solid #555;padding:5pt;width:${chance.any([60, 80, 95])}%"><div class="b">${escapeHtml(label)}</div>${lines(own)}</div>`;
  if (style === "row")
    return `<table>${row([`<td class="b" style="padding-right:14pt">${escapeHtml(label)}</td>`, `<td>${lines(own)}</td>`])}</table>`;
  const bill = `<div class="b">${escapeHtml(label)}</div>${lines(own)}`;
  if (other !== null || style === "both") {
    const ship = [...(other ?? sale.buyer)];
    return `<table class="full">${row([`<td>${bill}</td>`, `<td style="padding-left:12pt"><div class="b">${escapeHtml(chance.pick(phrases.shipTo) + colon)}</div>${lines(ship)}</td>`])}</table>`;
  }
  return bill;
}

function drawMeta(
  draft: Draft,
  style: string,
  title: string,
  number: Pair,
  issued: Pair,
  rest: readonly Pair[],
): string {
  const { colon, sale, chance } = draft;
  const all = chance.is(0.5) ? [number, issued, ...rest] : [issued, number, ...rest];
  const cell = (text: string, css = ""): string =>
    `<td style="padding:1pt 10pt 1pt 0;${css}">${escapeHtml(text)}</td>`;
  if (style === "pairs")
    return `<table>${all.map(([label, value]) => row([cell(label + colon), cell(value)])).join("")}</table>`;
  if (style === "right")
    return `<table style="margin-left:auto">${all.map(([label, value]) => row([cell(label + colon, "text-align:right"), cell(value, "text-align:right")])).join("")}</table>`;
  if (style === "plain")
    return all
      .map(([label, value]) => `<div>${escapeHtml(`${label}${colon === "" ? ":" : colon} ${value}`)}</div>`)
      .join("");
  if (style === "stacked" || style === "grid") {
    const border = style === "grid" ? "border:1px solid #444;padding:3pt 6pt" : "padding-right:14pt";
    const chunks: Pair[][] = [];
    all.forEach((pair, index) => (index % 5 === 0 ? chunks.push([pair]) : chunks.at(-1)?.push(pair)));
    return chunks
      .map(
        (chunk) =>
          `<table class="full" style="margin-bottom:4pt">${row(chunk.map(([label]) => `<td class="b" style="${border}">${escapeHtml(label)}</td>`))}${row(chunk.map(([, value]) => `<td style="${border}">${escapeHtml(value)}</td>`))}</table>`,
      )
      .join("");
  }
  if (style === "quad") {
    const rows: string[] = [];
    for (let index = 0; index < all.length; index += 2) {
      const [left, right] = [all[index], all[index + 1]];
      const css = "border:1px solid #999;padding:2pt 5pt";
      rows.push(
        row(
          [left, right].flatMap((pair) => [
            cell(pair?.[0] ?? "", `${css};font-weight:bold`),
            cell(pair?.[1] ?? "", css),
          ]),
        ),
      );
    }
    return `<table class="full">${rows.join("")}</table>`;
  }
  if (style === "inline")
    return `<p>${escapeHtml(all.map(([label, value]) => `${label}: ${value}`).join("   |   "))}</p>`;
  const joint = { en: "dated", de: "vom", fr: "du", nl: "van", es: "de fecha", it: "del", pt: "de" }[
    sale.country.tongue
  ];
  const isDated = chance.is(0.5);
  const sign = { en: "No.", de: "Nr.", fr: "n°", nl: "nr.", es: "nº", it: "n.", pt: "n.º" }[
    sale.country.tongue
  ];
  const heading =
    `${title} ${chance.any([sign, sign, ""])} ${sale.number}${isDated ? ` ${joint} ${issued[1]}` : ""}`.replace(
      / +/g,
      " ",
    );
  const others = isDated ? rest : [issued, ...rest];
  return `<h1>${escapeHtml(heading)}</h1><table>${others.map(([label, value]) => row([cell(label + colon), cell(value)])).join("")}</table>`;
}

function drawPayment(draft: Draft): string {
  const { sale, chance, colon } = draft;
  const { phrases, country } = sale;
  const parts: string[] = [];
  if (sale.termDays !== null)
    parts.push(`<p>${escapeHtml(chance.pick(phrases.payBy).replace("{n}", String(sale.termDays)))}</p>`);
  if (sale.taxNote !== null) parts.push(`<p>${escapeHtml(sale.taxNote)}</p>`);
  if (country.account !== "" && chance.is(0.7)) {
    const iban = chance.is(0.7) ? country.account.replace(/(.{4})(?=.)/g, "$1 ") : country.account;
    parts.push(
      `<div>${escapeHtml(`${chance.pick(phrases.bank)}${colon} ${chance.any(["Stadtbank", "First Bank", "Banque du Nord"])}`)}</div><div>${escapeHtml(`IBAN${chance.any([":", ""])} ${iban}`)}</div>`,
    );
  }
  if (chance.is(0.5)) parts.push(`<p>${escapeHtml(chance.pick(phrases.closing))}</p>`);
  return `<div class="gap">${parts.join("")}</div>`;
}
