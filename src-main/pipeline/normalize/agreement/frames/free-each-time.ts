import { freeStartIn } from "../../../../../src-shared/wording/index.ts";
import type { Reading } from "../engine/reading.ts";

/** What is paid for when somebody or something has to wait, folded, in seven languages. */
const waiting =
  /(?<!\p{L})(?:waiting|detention|demurrage|standing|loading|unloading|layover|\p{L}*wartezeit\p{L}*|standzeit\p{L}*|standgeld|attente|stationnement|immobilisation|surestaries|espera|paralizacion|demoras?|attesa|soste?|controstallie|wachttijd\p{L}*|staangeld|sobrestadia|estadias?)(?!\p{L})/u;

/** "Detention: 2 hours free, then $65 per hour": where a price begins each time, and no allowance of a period. */
export const isFreeEachTime = ({ text, folded }: Reading): boolean =>
  waiting.test(folded) && freeStartIn(text) !== null;
