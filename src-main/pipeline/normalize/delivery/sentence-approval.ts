import { foldAligned } from "../values/fold.ts";
import { isPersonText } from "../values/person-name.ts";
import { signerOf, unsaid, type Approval } from "./approval.ts";

const verb =
  "(?:signed(?: off| for)?|approved|authori[sz]ed|accepted|confirmed|checked|verified|countersigned|agreed|released|acknowledged|genehmigt|freigegeben|bestatigt|anerkannt|abgenommen|abgezeichnet|gegengezeichnet|gepruft|quittiert|unterschrieben|valide[es]*|approuve[es]*|accepte[es]*|receptionne[es]*|signe[es]*|vise[es]*|goedgekeurd|geaccordeerd|ondertekend|afgetekend|getekend|bevestigd|firmad[ao]s?|aprobad[ao]s?|aceptad[ao]s?|validad[ao]s?|autorizad[ao]s?|confirmad[ao]s?|conformad[ao]s?|firmat[aoie]|approvat[aoie]|accettat[aoie]|validat[aoie]|autorizzat[aoie]|confermat[aoie]|assinad[ao]s?|aprovad[ao]s?|aceites?|conferid[ao]s?)";
const by =
  "(?:by|von|durch|par|door|namens|por|pelo|pela|da|dal|dalla)(?: (?:mr|mrs|ms|herrn?|frau|hr|fr|m|mme|dhr|mevr|sr|sra|sig|sig\\.ra|d|dona|don)\\.?)?";
/** "… all tickets closed and approved by L. Maes on 01/06/2026". */
const passive = new RegExp(`(?<![a-z])${verb}(?: [a-z]{2,12}){0,2}? ${by} `);
/** "Trip as above is right. L. Tran 20/3/26", "Stunden in Ordnung – R. Vogt, 3.5.26": words, a name and its day. */
const remark =
  /(?<![a-z])(?:is right|is correct|are right|are correct|all correct|agreed|all ok|ok|looks (?:good|right)|happy with|left tidy|job complete|in ordnung|stimmt(?: so)?|korrekt|einverstanden|passt|d'accord|conformes?|exacte?s?|correct|tout est bon|klopt|akkoord|in orde|correctos?|correctas?|de acuerdo|todo bien|corretto|corrette|corretti|d'accordo|va bene|tutto ok|corretos?|corretas?|de acordo|tudo certo)(?![a-z])/;
const behind =
  /(?:^|[.,;:–—-]\s*|\s)(\p{Lu}[\p{L}.'’-]*(?: (?:(?:van|von|de|der|den|da|do|di|du|la) )*\p{Lu}[\p{L}.'’-]*){0,2})[,\s]+(?:\(?\d{1,2}[./-](?:\d{1,2}|\p{L}{3,9})[./-]\d{2,4}\)?|\d{1,2}\.? \p{L}{3,9}\.?(?: \d{4})?)\.?$/u;
const denied =
  /(?<![a-z])(?:not|never|to be|must be|should be|will be|once|until|if|when|nicht|noch|wird|werden|falls|wenn|pas|non|a signer|si|des que|niet|nog|wordt|indien|zodra|no|sin|sera|seran|debe|cuando|da|deve|sara|quando|nao|deve)(?![a-z])(?: [a-z]{2,12}){0,3}? $/;

/** The approval that a sentence of a paper tells, with who gave it; unsaid where it only asks for one. */
export function approvalInSentence(text: string): Approval {
  if (text.length > 200) return unsaid;
  const folded = foldAligned(text);
  const told = passive.exec(folded);
  if (told !== null && !denied.test(folded.slice(0, told.index))) {
    const rest = text.slice(told.index + told[0].length);
    const [name = ""] =
      /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:van|von|de|der|den|da|do|di|du|la) )*\p{Lu}[\p{L}.'’-]*){0,2}/u.exec(
        rest,
      ) ?? [];
    const signer = signerOf(name.replace(/[.,]$/, ""));
    if (signer !== null) return { approved: true, by: signer };
  }
  const said = remark.exec(folded);
  const [, name = ""] = said === null ? [] : (behind.exec(text.slice(said.index + said[0].length)) ?? []);
  return name !== "" && isPersonText(name) ? { approved: true, by: name } : unsaid;
}
