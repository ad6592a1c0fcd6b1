import { useEffect, useState } from "react";
import type * as pdfModule from "./pdf-view.tsx";

type PdfModule = typeof pdfModule;

let loaded: PdfModule | null = null;

/** What shows PDFs is large: the window starts without it. */
async function loadPdfModule(): Promise<PdfModule> {
  loaded ??= await import("./pdf-view.tsx");
  return loaded;
}

/** `null` until it is loaded. Not lazy by React, which shows what it waited for a third of a second late. */
export function usePdfModule(): PdfModule | null {
  const [module, setModule] = useState(loaded);
  useEffect(() => {
    let isWanted = true;
    if (module === null) void loadPdfModule().then((found) => isWanted && setModule(found));
    return () => {
      isWanted = false;
    };
  }, [module]);
  return module;
}

/** Opens a PDF and draws its first page before anybody asks for it, once the room for it is known. */
export async function preparePdf(bytes: Uint8Array): Promise<void> {
  const { drawFirstPage } = await loadPdfModule();
  await drawFirstPage(bytes);
}
