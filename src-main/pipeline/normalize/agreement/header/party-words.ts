/** Folded words that say who pays. */
export const buyerWords =
  /^(?:the )?(?:client|customer|buyer|owner|authority|lessee|tenant|shipper|purchaser|employer|licensee|subscriber|hirer|company|principal|renter|end user|borrower|recipient|city|county|state|university|district|bill to|billed to|sold to|prepared for|quote for|quotation for|estimate for|proposal for|to|kunde|kundin|auftraggeber(?:in)?|besteller(?:in)?|kaufer(?:in)?|mieter(?:in)?|leistungsempfanger|rechnungsempfanger|le client|client|donneur d'ordre|maitre d'ouvrage|acheteur|locataire|customer name|client name|buyer name|host|sponsor|contracting authority|department|agency customer)$/;

/** Folded words that say who is paid. */
export const sellerWords =
  /^(?:the )?(?:provider|service provider|supplier|vendor|contractor|agency|firm|lessor|landlord|carrier|seller|licensor|consultant|subcontractor|designer|architect|engineer|studio|attorney|attorneys|law firm|advisor|adviser|freelancer|manufacturer|distributor|broker|staffing company|hire company|operator|freelance|developer|trainer|photographer|cleaner|prepared by|quote from|from|issued by|remit to|vendor name|supplier name|seller name|provider name|contractor name|anbieter(?:in)?|auftragnehmer(?:in)?|lieferant(?:in)?|dienstleister(?:in)?|verkaufer(?:in)?|vermieter(?:in)?|berater(?:in)?|le prestataire|prestataire|fournisseur|vendeur|bailleur|entrepreneur|titulaire|consultant name|agent|msp|isp|lender|renting company|host provider)$/;

export const roleOf = (word: string): "buyer" | "seller" | null => {
  const bare = word
    .replace(/["'()]/g, "")
    .replace(/\b(?:the|our|hereinafter|called|referred to as)\b/g, "")
    .replace(/\s+/g, " ")
    .replace(/[:.]+$/, "")
    .trim();
  if (sellerWords.test(bare)) return "seller";
  return buyerWords.test(bare) ? "buyer" : null;
};

/** Legal forms, folded, that end a company's name. */
export const legalForm =
  /(?<![a-z0-9])(?:inc|incorporated|llc|l\.l\.c|llp|l\.l\.p|lp|l\.p|ltd|limited|plc|corp|corporation|co|company|pc|p\.c|pllc|pte|pty|gmbh(?: & co\.? ?kg)?|ag|kg|ohg|gbr|ug(?: \(haftungsbeschrankt\))?|e\.? ?k|se|kgaa|eg|e\.v|sarl|s\.a\.r\.l|sas|s\.a\.s|sasu|eurl|sa|s\.a|snc|sci|bv|b\.v|nv|n\.v|ab|as|a\/s|aps|oy|oyj|spa|s\.p\.a|srl|s\.r\.l|kft|sp\. z o\.o|s\.l|lda|cic|trust|foundation|university|college|association|council|authority|district|county|city of [a-z ]+)\.?(?![a-z0-9])/;

/** Whether a folded text looks like the name of an organization. */
export const looksLikeCompany = (folded: string): boolean => legalForm.test(folded);

export const officeWords =
  /\b(?:president|counsel|director|officer|manager|secretary|treasurer|administration|department|attn|attention|telephone|fax|e-?mail|ceo|cfo)\b/i;
