import type { DocumentKind, Party, ReadDocument } from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { surveyDocument } from "../../invoice/index.ts";
import type { Survey } from "../../invoice/index.ts";
import { isStreet } from "../../invoice/legal-names.ts";
import { lineKinds } from "../../kind/title-lines.ts";
import { foldText } from "../../values/fold.ts";
import type { Line } from "../structure/outline.ts";
import { addressedName } from "./addressed-name.ts";
import { isName } from "./name-shape.ts";
import { looksLikeCompany } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

// Folded words that only who is paid writes of itself, in seven languages.
const sells =
  /\b(?:thank you for your (?:order|business|enquiry|inquiry)|account rate card|wir bestatigen|ich (?:bestatige|biete|berechne|verrechne|liefere|erbringe|ubernehme)|(?:biete|berechne|verrechne|liefere|erbringe) ich|ik (?:factureer|reken|lever|voer|breng)|danken? (?:wir )?(?:ihnen )?fur ihren auftrag|merci (?:pour|de) votre (?:commande|confiance)|bedankt voor uw (?:opdracht|bestelling)|gracias por su (?:pedido|confianza)|grazie per (?:il vostro|la vostra) (?:ordine|fiducia)|obrigad[oa] pela sua encomenda|(?:agradeciendo|agradecendo) su confianza|le comunicamos|(?:we|i) (?:will |shall |can |would |hereby |also )?(?:provide|supply|carry out|maintain|quote|offer|propose|charge|invoice|bill|install|collect|repair|rent|deliver|undertake|perform|attend|confirm)|we (?:will|shall) be paid|(?:pay|payable to|paid to|owe) us|you (?:will |shall |must |agree to )?(?:pay|reimburse)|(?:choosing|instructing|appointing|engaging) us|an uns (?:zu )?zahl(?:en|bar)|wir (?:rechnen|fakturieren|verrechnen|vermieten|montieren|reinigen|warten)|nous (?:facturons|facturerons|intervenons|realisons|realiserons|assurons|etablissons|livrons|fournissons)|(?:facturaremos|facturamos|emitiremos|realizaremos|fattureremo|fatturiamo|eseguiremo|eseguiamo|faturaremos|faturamos|executaremos)|(?:wij|we) (?:factureren|rekenen|verhuren|plaatsen|voeren)|(?:we are|i am) pleased to (?!award|accept|appoint|engage|inform|advise|instruct|order)[a-z]+|(?:our|my) (?:fees?|rates?|charges?|prices?|invoices?|quotation|quote|estimate|proposal|offer|services?|terms)|(?:bieten|berechnen|liefern|erbringen|fuhren|unterbreiten|stellen|warten|reinigen) wir|wir (?:bieten|berechnen|liefern|erbringen|fuhren|unterbreiten|stellen|halten uns|ubernehmen)|unser(?:e|en|em)? (?:angebot|preise|honorar|leistung(?:en)?|rechnung(?:en)?|stundens[a-z]+)|(?:nous|je) vous (?:proposons|propose|remercions de votre demande|adressons|adresse|remettons)|(?:nos|notre|mes) (?:honoraires|prix|tarifs|offre|devis|prestations|factures?)|wij (?:bieden|offreren|verzorgen|leveren|berekenen|brengen)|(?:bieden|offreren) wij|onze (?:offerte|tarieven|prijzen|facturen|werkzaamheden)|(?:le|les) (?:ofrecemos|presentamos|proponemos|remitimos)|nuestr[oa]s? (?:honorarios|precios|tarifas|oferta|presupuesto|servicios|facturas?)|(?:vi|le) (?:proponiamo|offriamo|presentiamo|inviamo)|(?:la )?nostr[aoie] (?:offerta|prezzi|tariffe|prestazion[ei]|compenso|fattur[ae])|(?:propomos|apresentamos)|(?:a )?nossa (?:proposta|oferta)|noss[oa]s (?:precos|honorarios|servicos|tarifas))\b/g;

// … and what only who pays writes.
const buys =
  /\b(?:(?:we|i) (?:are |am )?(?:hereby |pleased to )?(?:award|appoint)|(?:has|have) been awarded|accept(?:s|ed|ing)? your (?:tender|offer|quote|quotation|proposal|bid)|please invoice|(?:nehmen|nimmt) ihr angebot|den zuschlag|acceptons votre (?:offre|devis)|aceptamos su (?:oferta|presupuesto)|accettiamo la vostra offerta|aceitamos a vossa proposta|aanvaarden uw offerte|gaan akkoord met uw offerte|(?:we|i) (?:hereby |would like to |wish to |are pleased to )?(?:order|engage|appoint|retain|purchase|instruct|commission)|please (?:supply|deliver|provide|proceed|carry out)|(?:our|this) (?:purchase )?order|(?:we will|we shall) (?:pay|reimburse) you|your (?:fees?|rates?|quotation|quote|offer|tender|bid|proposal|estimate|invoices?)|(?:send|submit|address) (?:your |all |the )?invoices? to|wir (?:zahlen|vergüten|verguten|begleichen)|nous (?:reglons|reglerons|paierons|payons)|(?:wij|we) (?:betalen|vergoeden)|(?:pagaremos|abonaremos|pagheremo|salderemo)|(?:hiermit )?(?:bestellen|beauftragen|erteilen) wir|wir (?:bestellen|beauftragen|erteilen)|ihr(?:e|em|er)? (?:angebot|rechnung(?:en)?)|nous (?:vous )?(?:commandons|passons commande|confions)|votre (?:devis|offre|facture)|(?:bestellen|verstrekken) wij|uw (?:offerte|factuur|prijsopgave)|(?:le|les) (?:encargamos|pedimos)|su (?:presupuesto|oferta|factura)|(?:vi|le) (?:ordiniamo|affidiamo|incarichiamo)|vostr[ao] (?:offerta|preventivo|fattura)|encomendamos|vossa (?:proposta|factura))\b/g;

/** Titles of papers that who is paid writes, and that who pays writes, in seven languages. */
const sellersPaper =
  /^(?:\W*)(?:[a-z' -]{0,30}\b)?(?:letter of engagement|engagement letter|terms of engagement|rate card|rate sheet|price list|tariff|contract rate schedule|hire schedule|hire contract|rental agreement|order confirmation|charter confirmation|booking confirmation|service proposal|[a-z]*preisliste|preisblatt|tarifblatt|auftragsbestatigung|mandatsvertrag|mandatsvereinbarung|[a-z]*offerte|lettre de mission|convention d'honoraires|grille tarifaire|tarifs? 20\d\d|confirmation de commande|contrat de location|hoja de encargo|lista de precios|tarifas? 20\d\d|confirmacion de(?:l)? pedido|lettera d'incarico|listino(?: prezzi)?|tariffario|conferma d'ordine|tabela de precos|carta de honorarios|prijslijst|tarievenblad|opdrachtbevestiging|orderbevestiging|prijsofferte|prijsopgave)\b/;
const buyersPaper =
  /^(?:\W*)(?:[a-z' -]{0,30}\b)?(?:(?:letter of )?award|award letter|notice of award|letter of acceptance|sub-?contract order|work order|instruction|auftragserteilung|zuschlag(?:sschreiben)?|beauftragung|lettre de commande|ordre de service|notification de marche|carta de adjudicacion|adjudicacion|lettera d'ordine|affidamento|aggiudicazione|adjudicacao|gunningsbrief|opdrachtbrief)\b/;

/** What a title says of its writer goes before a word or two of the text. */
const titleWeight = 2;

/** Of a longer paper only the first page is surveyed: it holds the letterhead and the address window. */
const longestLetter = 3;

/**
 * Who writes a letter or an offer and to whom, by letterhead and address window; whose hand is which side's by its words.
 *
 * Empty where the words do not tell who sells. Contracts that introduce their parties do not need it.
 *
 * @param surveyed the survey of the whole document as a seller's paper, made once for all who ask
 */
export function letterParties(
  document: ReadDocument,
  lines: readonly Line[],
  /** The rows as they are printed, in which an address has its lines. */
  rows: readonly Line[],
  kind: DocumentKind,
  context: NormalizeContext,
  surveyed: () => Survey,
): readonly FoundParty[] {
  const issuer = issuerOf(lines, kind);
  if (issuer === null) return [];
  const isShort = document.pages.length <= longestLetter;
  const { parties } =
    isShort && issuer === "seller"
      ? surveyed()
      : surveyDocument({ ...document, pages: document.pages.slice(0, 1) }, context, issuer);
  const { seller, buyer } = parties;
  const reader = addressedName(rows, issuer === "seller" ? "buyer" : "seller");
  const known = [...placed(seller, "seller", lines), ...placed(buyer, "buyer", lines)];
  return reader === null ? known : [...known.filter(({ role }) => role !== reader.role), reader];
}

/** Who speaks in the first person: whose paper it is. `null` where its words do not tell. */
export function issuerOf(lines: readonly Line[], kind: DocumentKind): "seller" | "buyer" | null {
  if (kind === "purchase-order") return "buyer";
  let balance = 0;
  for (const { prepared } of lines) {
    balance += prepared.folded.match(sells)?.length ?? 0;
    balance -= prepared.folded.match(buys)?.length ?? 0;
  }
  for (const { prepared, cells } of lines.slice(0, 8))
    for (const { folded } of cells ?? [prepared]) {
      if (folded.length > 100) continue;
      if (sellersPaper.test(folded)) balance += titleWeight;
      if (buyersPaper.test(folded)) balance -= titleWeight;
    }
  if (balance !== 0) return balance > 0 ? "seller" : "buyer";
  return kind === "estimate" ? "seller" : null;
}

// "Acme Pte. Ltd. UEN 201633418K": the register's number is no part of the name.
const registration =
  /[ ,]+(?:UEN|ABN|ACN|NZBN|GST|VAT|USt|UID|BTW|KvK|KBO|BCE|SIRET|SIREN|RCS|TVA|CIF|NIF|NIPC|HRB|HRA|FN|P\.? ?IVA|Company (?:No|Number|Reg)|Registered (?:No|Number|in))\b.*$/;

/** A party of the page, at the first line of running text that names it. */
function placed(
  party: Party | null,
  role: "seller" | "buyer",
  lines: readonly Line[],
): readonly FoundParty[] {
  if (party === null) return [];
  const name = party.name.replace(registration, "").trim();
  // The title of the paper, or a sentence in its head, is nobody.
  const isTitle = lineKinds(foldText(name)).some(({ fit }) => fit >= 0.9);
  // Neither is a street, nor a sentence, nor the office of who signs.
  if (/^\d/.test(name) && isStreet(name)) return [];
  if (
    /^(?:the )?(?:prop\.|proprietor|inh\.|inhaber|gérant|titular|clerk|secretary|manager|director|owner|administrator|treasurer|buyer|purchasing)\b[^&]{0,20}$/i.test(
      name,
    )
  )
    return [];
  if ((isTitle || !isName(name)) && !looksLikeCompany(name.toLowerCase())) return [];
  for (const line of lines) {
    for (const prepared of [line.prepared, ...(line.cells ?? [])]) {
      const start = prepared.text.indexOf(name);
      if (start < 0) continue;
      const at = { prepared, start, end: start + name.length };
      return [{ name, role, aliases: [], address: party.address, at, strength: 1.6 }];
    }
  }
  return [];
}
