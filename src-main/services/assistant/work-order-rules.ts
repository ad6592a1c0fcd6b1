import { formatMessage } from "../../../src-shared/text/index.ts";
import type { MessageCode } from "../../../src-shared/text/index.ts";

/** What a work order needs, and the words that show that a note has it. English, German, French, Spanish, Italian, Dutch, Portuguese. */
const topics: readonly { readonly code: MessageCode & `intake/${string}`; readonly pattern: RegExp }[] = [
  {
    code: "intake/place",
    pattern:
      /\b(?:street|st\.|road|rd\.|avenue|ave\.?|lane|drive|floor|suite|site|address|location|building|unit \d|straße|strasse|str\.|weg|platz|adresse|etage|gebäude|rue|boulevard|calle|avenida|via|piazza|straat|rua)\b|\b\d{4,5}\s+\p{Lu}/iu,
  },
  {
    code: "intake/time",
    pattern:
      /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tomorrow|week|asap|urgent|deadline|morning|afternoon)\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|heute|morgen|woche|dringend)\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain|semaine|lunes|martes|miércoles|jueves|viernes|mañana|semana|lunedì|domani|settimana|maandag|morgen|week|segunda|amanhã)\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez)/iu,
  },
  { code: "intake/contact", pattern: /(?:\+?\d[\d /()-]{6,}\d)|[\w.+-]+@[\w-]+\.\w+/u },
  {
    code: "intake/extent",
    pattern:
      /\b\d+(?:[.,]\d+)?\s*(?:m²|m2|sqm|sq|ft|hours?|h\b|stunden|rooms?|zimmer|pieces?|stück|units?|windows?|fenster|doors?|people|persons?|personen|days?|tage|heures?|horas?|ore|uur|kg|tons?|pallets?|boxes)/iu,
  },
  {
    code: "intake/access",
    pattern:
      /\b(?:keys?|gate|access|parking|code|badge|induction|schlüssel|zugang|parken|zufahrt|clé|accès|llave|acceso|chiave|accesso|sleutel|toegang|chave)\b/iu,
  },
  {
    code: "intake/payer",
    pattern:
      /\b(?:PO|purchase order|order no|invoice to|bill to|cost cent(?:er|re)|bestell\w*|rechnung an|kostenstelle|bon de commande|facturer|pedido|factura|ordine|fattura|inkoop\w*|factuur|encomenda)\b/iu,
  },
  {
    code: "intake/price",
    pattern:
      /[€$£]|\b(?:EUR|USD|GBP|CHF|budget|quote[d]?|estimate|price|rate|limit|angebot|preis|kostenrahmen|devis|prix|presupuesto|precio|preventivo|prezzo|offerte|prijs|orçamento|preço)\b/iu,
  },
];

/** Words by which somebody asks for work. */
const request =
  /\b(?:please|need|needs|want|would like|can you|could you|replace|repair|fix|install|clean|remove|deliver|paint|check|inspect|set up|move|cut|mow|build|write|review|train|migrate|bitte|brauchen|benötig\w*|möchten|reparier\w*|austausch\w*|ersetzen|reinig\w*|montier\w*|einbau\w*|liefer\w*|streich\w*|prüf\w*|merci de|pouvez|veuillez|besoin|remplacer|réparer|installer|nettoyer|livrer|necesit\w*|reparar|instalar|limpiar|por favor|sustituir|serve|bisogno|riparare|installare|pulire|sostituire|graag|nodig|vervangen|repareren|schoonmaken|leveren|precis\w*|substituir|limpar)\b/iu;

/** What an intake note asks for and what it leaves open, by rules alone. */
export function readWorkOrder(note: string): {
  readonly steps: readonly string[];
  readonly missing: readonly string[];
} {
  const sentences = note
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+|(?:^|\s)[-•*]\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 8);
  return {
    steps: sentences.filter((sentence) => request.test(sentence)).slice(0, 20),
    missing: topics.flatMap(({ code, pattern }) => (pattern.test(note) ? [] : [formatMessage(code, {})])),
  };
}
