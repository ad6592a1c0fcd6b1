import { words } from "./invoice-words.ts";

/** What moves, or a pronoun that stands for it. */
export const movingPrice = words(
  "rates?|fees?|prices?|charges?|pricing|rent\\w*|tariffs?|subscription|amounts?|they|it|cost|preise?\\w*|\\w*satze?|\\w*entgelte?|\\w*vergutung|\\w*pauschale|miete|mietzins|huur|huurprijs|alquiler|aluguer|aluguel|affitto|noleggio|gebuhr\\w*|honorar\\w*|sie|prix|tarifs?|loyer|redevances?|honoraires?|forfait|ils|elles|cuotas?|precios?|tarifas?|importes?|honorarios|renta|se|canone|prezz[oi]|tariffe|corrispettiv\\w*|compens[oi]|precos?|valor(?:es)?|avenca|mensalidade|prijs|prijzen|tarie(?:f|ven)|vergoeding|bedrag(?:en)?|betrag|betrage|montants?|importo|importi|importe|summe|somme|sum|ze",
);
