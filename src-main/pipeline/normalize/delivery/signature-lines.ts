import { foldText } from "../values/fold.ts";
import { nameShape } from "../values/person-name.ts";
import { signerOf } from "./approval.ts";

/** What stands before a name on the line where goods or work are received or agreed to, by the stems of its words. */
const received =
  /(?:^|[^a-z])(?:rec'?d|rec[ei]i?v\w*|receb\w*|recib\w*|ricev\w*|recu[es]*|recepc\w*|ontvang\w*|ontvangen|erhalten|empfang\w*|ubernommen|conform\w*|confirm\w*|vo\.? ?bo\.?|visto|accept\w*|aceit\w*|acept\w*|accett\w*|approv\w*|aprob\w*|aprov\w*|genehmigt|anerkannt|bestatigt|abgenommen|akkoord|accord|goedgekeurd|signed|sign|countersign\w*|gez|unterschrift|handtekening|firma|assinatura|signature)(?![a-z])/;
/** Whoever did the work, brought the goods or wrote the paper approves nothing. */
const own =
  /(?:^|[^a-z])(?:driver|technician|engineer|employee|worker|operative|operator|officer|contractor|supplier|consultant|carrier|prepared|issued|delivered|fahrer|mitarbeiter\w*|monteur|techniker|auftragnehmer|lieferant|ausgestellt|chauffeur|technicien|salarie|prestataire|livreur|medewerker|opdrachtnemer|leverancier|conductor|tecnico|operario|proveedor|trabajador|conducente|vettore|operaio|fornitore|mittente|motorista|fornecedor|trabalhador)(?![a-z])/;
const longestLabel = 46;
/** The name at the head of what is written on the line: up to a gap, a day, a bracket or a word for a number. */
const written =
  /^(.+?)(?:\s{2,}|,?\s+\d{1,4}[./-]|\s*[(|]|\s+(?:dni|nif|sig|print|date|datum|fecha|data|tel)\b|$)/iu;

/** Who signed on a line that is made for it, by the stems of its label; `null` where nobody did. */
export function signedOn(label: string, text: string): string | null {
  const folded = foldText(label);
  if (label.length > longestLabel || !received.test(folded) || own.test(folded)) return null;
  const bare = text.trim().replace(/^(?:\([^)]*\)|[x×✗✓]\s)\s*/iu, "");
  const name = signerOf(written.exec(bare)?.[1]?.trim() ?? "");
  return name !== null && nameShape.test(name) && name.split(" ").length <= 4 ? name : null;
}
