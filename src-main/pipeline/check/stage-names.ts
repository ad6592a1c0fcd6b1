import type { Delivery } from "../../../src-shared/model/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import {
  hasSizeConflict,
  stageCodesIn,
  stageNameOf,
  wordingOf,
  wordingSimilarity,
} from "../../../src-shared/wording/index.ts";

const titles =
  /\b(?:acceptance|handover|completion|installation|taking[- ]over|delivery|certificates?|records?|reports?|protocols?|protokoll|abnahmeprotokoll|ubergabeprotokoll|pv|proces[- ]verbal|bordereau|acta|verbale|auto|termo|proces|verslag|procesverbaal|no|n|nr|number|of|de|di|do|da|des)\b/g;

/** Whether an acceptance record is of some stage or other. */
export const namesNoStage = ({ item }: Delivery): boolean =>
  item === null || wordingOf(stageNameOf(item).replace(titles, " ")).content.length === 0;

/** Whether an acceptance record is about the stage of a name. */
export function isAbout({ item }: Delivery, name: string): boolean {
  if (item === null) return false;
  const [code, ...others] = stageCodesIn(name);
  const named = stageCodesIn(item);
  if (code !== undefined && others.length === 0 && named.length > 0) return named.includes(code);
  const [ours, theirs] = [wordingOf(name), wordingOf(item)];
  // "2 Identity system" of a list of stages is what a mail calls "stage 2".
  const listed = /^\W*(\d{1,2})[.):]? +\p{L}/u.exec(name)?.[1];
  const own = listed ?? stageNumberOf(ours);
  const numbered = stageNumberOf(theirs);
  if (own !== undefined && numbered !== undefined) return own === numbered;
  if (hasSizeConflict(ours, theirs)) return false;
  const stage = wordingOf(stageNameOf(name)).content;
  if (stage.length > 0 && stage.every((word) => theirs.all.has(word))) return true;
  return (
    wordingSimilarity(ours, theirs) >= 0.5 ||
    (ours.content.length > 0 && ours.content.every((word) => theirs.all.has(word)))
  );
}

const stageNumberOf = ({ sizes }: Wording): string | undefined =>
  sizes.find(({ of }) => of === "stage")?.number;
