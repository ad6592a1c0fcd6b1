import { foldAligned } from "../values/fold.ts";

/** "Stage 2", "Meilenstein Nr. 3", "étape n° 1", "phase III", in seven languages; no "part 2.1" and no single letter. */
const numbered =
  /(?<!\p{L})(?:stage|milestone|phase|deliverable|step|part|instal?lment|meilenstein|bauabschnitt|abschnitt|etappe|teil|etape|jalon|lot|tranche|fase|mijlpaal|termijn|hito|etapa|tramo|tappa|lotto|marco|parcela|parte)(?: ?(?:no?\.? ?|n°|nr\.? ?|# ?)?\d{1,2}| [ivx]{2,4})(?![\p{L}\d.,-]?[\p{L}\d])/u;

/** The first stage that a text names by its number, as printed, and where it ends; `null` where it names none. */
export function numberedStageIn(text: string): { readonly name: string; readonly end: number } | null {
  const stage = numbered.exec(foldAligned(text));
  if (stage === null) return null;
  const end = stage.index + stage[0].length;
  return { name: text.slice(stage.index, end), end };
}
