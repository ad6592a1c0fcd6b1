import type { RecognizedLanguage } from "../../../../src-shared/model/index.ts";

/** Small words that stand on every page of business in their language and in no other of these. */
const tellingWords: Readonly<Record<RecognizedLanguage, string>> = {
  eng: "the of and to for is invoice date due total amount bill your our with payment please order number by from shall",
  deu: "der die das und für von mit ist rechnung datum betrag gesamt bitte zahlung ihre unser wir nr ust mwst netto brutto auf werden gmbh zzgl",
  fra: "le les des et pour du est facture montant votre notre tva nous vous avec sur ht ttc paiement une règlement",
  nld: "het een en voor van met is factuur datum bedrag totaal btw uw onze wij graag betaling aantal op niet wordt",
  spa: "el los las y para por con es factura fecha importe su nuestro iva pago una número cantidad total del vencimiento",
  ita: "il lo gli e per con fattura data importo totale vostro nostro imponibile pagamento una di numero della scadenza quantità",
  por: "os as e para por com fatura data valor seu nosso pagamento uma não vencimento quantidade da do contribuinte total",
};

const languagesByWord = new Map<string, RecognizedLanguage[]>();
for (const [language, words] of Object.entries(tellingWords))
  for (const word of words.split(" "))
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language as RecognizedLanguage]);

/** The language that most of the telling words vote for; the given one while nothing is clearly ahead of it. */
export function languageOf(texts: readonly string[], usual: RecognizedLanguage): RecognizedLanguage {
  const votes = new Map<RecognizedLanguage, number>();
  for (const text of texts) {
    const languages = languagesByWord.get(text.toLowerCase().replace(/[^\p{L}]+/gu, "")) ?? [];
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  let best = usual;
  for (const [language, count] of votes)
    if (count >= 3 && count > 1.5 * (votes.get(best) ?? 0)) best = language;
  return best;
}
