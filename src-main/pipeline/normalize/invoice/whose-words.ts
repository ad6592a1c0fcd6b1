/** Words before the name of a tax that say whose number it is; folded letters. */
export const ofBuyer =
  /\b(?:your|buyer'?s?|customer'?s?|client'?s?|purchaser|recipient|ihre?|kunden?|empfangers?|leistungsempfangers?|votre|vos|v|acheteur|preneur|destinataire|uw|klant|afnemer|su|vs|vostra|cliente|cessionario|comprador|tomador|adquirente|receptor|(?:verlegd|shifted|transferred) (?:naar|aan|to))\b/;
export const ofSeller =
  /\b(?:our|seller'?s?|supplier'?s?|unsere?|notre|nos|vendeur|onze?|nuestro|ns|nostra|prestador|emisor|cedente|prestatore|emitente)\b/;
