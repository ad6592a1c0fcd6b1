import type { Line } from "../structure/outline.ts";
import { lastOrganization } from "./organization-names.ts";

// Words behind which the parties stand, in seven languages.
export const openings =
  /\b(?:by and between|by and among|between|among|zwischen|entre(?: les soussigne(?:e)?s?)?|entre as partes|les soussigne(?:e)?s?|los (?:abajo )?firmantes|reunidos|tra(?: le parti)?|fra(?: le parti)?|tussen|(?:de )?ondergetekenden|(?:de|por) una parte|(?:de|por) (?:la )?otra(?: parte)?|da una parte|dall'altra(?: parte)?|por (?:um lado|uma parte)|por outr[oa](?: lado| parte)?|einerseits|andererseits|partijen|vertragspartner|(?:die )?vertragsparteien|the parties(?: to this [a-z ]{3,30})?(?: are)?|parties)(?: the (?:parties|following parties|undersigned))?(?=[ :,])[:,]? ?/g;

const titleLine =
  /^(?!.*\b(?:BETWEEN|AND|ZWISCHEN|ENTRE|TRA|TUSSEN)\b)[\p{Lu}\d .&'-]{0,60}\b(?:AGREEMENT|CONTRACT|LETTER|TERMS|STATEMENT OF WORK|PROPOSAL|VERTRAG|VEREINBARUNG|CONTRAT|CONTRATO|CONTRATTO|OVEREENKOMST)\b[\p{Lu}\d .&'#-]{0,40}$/u;

/** "Lettera d'incarico", "Honorarvertrag Büroreinigung": what the paper is, with nobody introduced in it. */
const plainTitle =
  /^(?!.*\b(?:between|and|zwischen|und|entre|et|tra|tussen|en|y|with|mit|avec|con|com|met)\b)(?:[a-z' -]{0,40}\b)?(?:agreement|contract|letter of engagement|engagement letter|terms|[a-z-]*vertrag|[a-z-]*vereinbarung|contrat|convention|lettre de mission|contrato|acuerdo|acordo|hoja de encargo|contratto|accordo|lettera d'incarico|[a-z-]*overeenkomst|opdrachtbevestiging|auftragsbestatigung)\b[a-z' -]{0,40}$/;

/** "Exhibit 10.7": where the paper was filed. */
const exhibitLine = /^(?:exhibit|anlage|annexe?|appendix|allegato|anexo|bijlage) [\d.]{1,7}$/i;

/** Whether a line only says what the paper is: a title is no part of the first party's name. */
export const isTitleAlone = ({ prepared: { text, folded } }: Line, title: string | null): boolean =>
  (title !== null &&
    text.endsWith(title) &&
    lastOrganization(text) === null &&
    folded.search(openings) < 0) ||
  titleLine.test(text) ||
  plainTitle.test(folded) ||
  exhibitLine.test(text);
