import type { RecognizedLanguage } from "../../../../src-shared/model/index.ts";

/**
 * Words that stand on many a page of business in their language and in few other of these: small ones, and the heads of
 * its fields and columns. Without accents, which the network of another language passes over.
 */
const tellingWords: Readonly<Record<RecognizedLanguage, string>> = {
  eng: "the of this any are be you not and to for is invoice date due total amount bill your our with payment please order number by from shall quantity unit price rate subtotal balance hours",
  deu: "der die das und fur von mit ist rechnung datum betrag gesamt bitte zahlung ihre unser wir nr ust mwst netto brutto auf werden gmbh zzgl rechnungsnummer kundennummer rechnungsdatum menge einheit einzelpreis gesamtpreis preis steuer summe lieferung bezeichnung stuck seite zahlbar den dem dass wird im zum zur vom bis bei sowie",
  fra: "le les des et pour du est facture montant votre notre tva nous vous avec sur ht ttc paiement une reglement quantite designation prix unitaire echeance siret total client dans que qui aux sont par",
  nld: "het een en voor met is factuur datum bedrag totaal btw uw onze wij graag betaling aantal op niet wordt factuurnummer factuurdatum omschrijving prijs klant vervaldatum subtotaal van bij dat om naar zijn",
  spa: "el los las y para por con es factura fecha importe su nuestro iva pago una numero cantidad total del vencimiento descripcion precio unitario cliente base que se sus",
  ita: "il lo gli e per con fattura data importo totale vostro nostro imponibile pagamento una di numero della scadenza quantita descrizione prezzo unitario cliente iva aliquota che dal nel alla",
  por: "os as e para por com fatura data valor seu nosso pagamento uma nao vencimento quantidade da do contribuinte total descricao preco unitario cliente taxa iva que pelo nos",
};

const languagesByWord = new Map<string, RecognizedLanguage[]>();
for (const [language, words] of Object.entries(tellingWords))
  for (const word of words.split(" "))
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language as RecognizedLanguage]);

/** Votes from which a language is told, and how many times those of the next one it must have. */
const [leastVotes, ahead] = [3, 1.5];

function votesOf(texts: readonly string[]): ReadonlyMap<RecognizedLanguage, number> {
  const votes = new Map<RecognizedLanguage, number>();
  for (const text of texts) {
    const word = text
      .normalize("NFD")
      .replace(/\P{L}+/gu, "")
      .toLowerCase();
    const languages = languagesByWord.get(word) ?? [];
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  return votes;
}

/** The language that most of the telling words vote for; the given one while nothing is clearly ahead of it. */
export function languageOf(texts: readonly string[], usual: RecognizedLanguage): RecognizedLanguage {
  const votes = votesOf(texts);
  let best = usual;
  for (const [language, count] of votes)
    if (count >= leastVotes && count > ahead * (votes.get(best) ?? 0)) best = language;
  return best;
}

/** The language that the telling words vote for clearly; `null` while none does. */
export function toldLanguage(texts: readonly string[]): RecognizedLanguage | null {
  const [first, second] = [...votesOf(texts)].toSorted(([, one], [, other]) => other - one);
  if (first === undefined || first[1] < leastVotes) return null;
  return first[1] > ahead * (second?.[1] ?? 0) ? first[0] : null;
}
