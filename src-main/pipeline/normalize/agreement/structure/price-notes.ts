import type { Unit } from "./unit.ts";

export type PriceNote = Pick<Unit, "text" | "folded">;

/** Units of text between a table and a note on its prices. */
const reach = 6;
const longest = 200;

/** Prices in the plural, as the subject of a sentence about all of a list, in seven languages. */
const aboutPrices =
  /^(?:\(?(?:\d|[a-z])\)|[*†•–(-])? ?(?:(?:all|of|the|these|our|above|hourly|daily|quoted|listed|alle|die|samtliche|diese|unsere|tous|toutes|les|nos|ces|todos|todas|los|las|nuestros|nuestras|estos|estas|tutti|tutte|i|gli|le|questi|queste|os|as|estes|estas|de|deze|onze|genoemde) ){0,3}(?:\p{L}+ )?(?:rates?|prices?|charges|amounts|figures|fees|preise|satze|stundensatze|tagessatze|tarife|betrage|entgelte|prix|tarifs|montants|precios|tarifas|importes|prezzi|tariffe|importi|precos|valores|tarieven|prijzen|bedragen)(?![\p{L}-])/u;

/**
 * Sentences near a table that speak of its prices in general: "All rates are per hour worked, before GST."
 *
 * Nearest first. What holds a sum of its own prices a thing and is no note.
 */
export function notesNear(units: readonly Unit[], order: number): readonly PriceNote[] {
  return units
    .filter(
      ({ order: at, text, folded, zone, isStruck }) =>
        Math.abs(at - order) <= reach &&
        text.length <= longest &&
        zone !== "example" &&
        !isStruck &&
        aboutPrices.test(folded.trim()) &&
        !/\p{Sc} ?\d|\d[.,]\d\d(?!\d)/u.test(text),
    )
    .toSorted((one, other) => Math.abs(one.order - order) - Math.abs(other.order - order));
}
