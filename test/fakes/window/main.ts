import { startWindow } from "../../../src-renderer/app/start.tsx";
import { drawPdf } from "./draw-page.ts";
import { createFakeHost, documentIds } from "./fake-transport.ts";
import { agreementLines, invoiceLines } from "./workspace-fixture.ts";

// `?rows=100000` shows how the window bears a large queue; `?closed` starts at the welcome screen.
const parameters = new URLSearchParams(globalThis.location.search);
const agreement = await drawPdf(agreementLines);
const invoice = await drawPdf(invoiceLines);
await startWindow(
  createFakeHost({
    rowCount: Number(parameters.get("rows") ?? "60"),
    startsOpen: !parameters.has("closed"),
    drawnAgreement: agreement.drawn,
    drawnInvoice: invoice.drawn,
    originals: { [documentIds.agreement]: agreement.bytes, [documentIds.invoice]: invoice.bytes },
  }),
);
