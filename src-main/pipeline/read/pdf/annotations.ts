import type { PdfEngine } from "./engine.ts";

const subtypeLink = 2;
const subtypePopup = 16;
const subtypeWidget = 20;
const normalAppearance = 0;
const maximumAnnotations = 5_000;

/**
 * Draws the appearances of form fields and annotations into the page's content, as a viewer shows them.
 *
 * True when something was drawn: the page must then be loaded again. Only the copy in memory changes.
 */
export function flattenAnnotations(engine: PdfEngine, page: number): boolean {
  const { call } = engine;
  const count = Math.min(maximumAnnotations, call["FPDFPage_GetAnnotCount"]?.(page) ?? 0);
  let drawn = 0;
  for (let index = 0; index < count; index += 1) {
    const annotation = call["FPDFPage_GetAnnot"]?.(page, index) ?? 0;
    if (annotation === 0) continue;
    const subtype = call["FPDFAnnot_GetSubtype"]?.(annotation) ?? 0;
    if (subtype !== subtypeLink && subtype !== subtypePopup && subtype !== 0) {
      drawn += 1;
      if (
        subtype === subtypeWidget &&
        call["EPDFAnnot_HasAppearanceStream"]?.(annotation, normalAppearance) !== 1
      )
        call["EPDFAnnot_GenerateFormFieldAP"]?.(annotation);
    }
    call["FPDFPage_CloseAnnot"]?.(annotation);
  }
  // 0 asks for the look on screen; 1 says that something was flattened.
  return drawn > 0 && call["FPDFPage_Flatten"]?.(page, 0) === 1;
}
