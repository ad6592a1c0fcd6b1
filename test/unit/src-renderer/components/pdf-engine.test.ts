import { beforeEach, expect, test, vi } from "vitest";

interface Opening {
  readonly worker: unknown;
  readonly data: Uint8Array;
}

const engine = vi.hoisted(() => ({ started: 0, opened: [] as Opening[], closed: [] as number[] }));

// The real engine needs a worker of a browser; what is tested is when it starts and what stays open.
vi.mock("pdfjs-dist", () => ({
  GlobalWorkerOptions: {},
  PDFWorker: function PDFWorker() {
    engine.started += 1;
  },
  getDocument: (opening: Opening) => {
    engine.opened.push(opening);
    return {
      promise: Promise.resolve({ first: opening.data[0] }),
      destroy: () => Promise.resolve(engine.closed.push(opening.data[0] ?? -1)),
    };
  },
}));

const document = (first: number): Uint8Array => new Uint8Array([first]);

beforeEach(() => {
  vi.resetModules();
  Object.assign(engine, { started: 0, opened: [], closed: [] });
});

test("all documents share one engine, and the same bytes are opened once", async () => {
  const { openPdf } = await import("../../../../src-renderer/components/document-view/pdf-engine.ts");
  const one = document(1);
  const [first, again] = await Promise.all([openPdf(one), openPdf(one)]);
  await openPdf(document(2));
  expect(again).toBe(first);
  expect(engine.started).toBe(1);
  expect(new Set(engine.opened.map(({ worker }) => worker)).size).toBe(1);
  expect(engine.opened).toHaveLength(2);
});

test("what was asked for longest ago is closed, but never what a pane shows", async () => {
  const { keepPdfOpen, openPdf } =
    await import("../../../../src-renderer/components/document-view/pdf-engine.ts");
  const agreement = document(0);
  const letGo = keepPdfOpen(agreement);
  await openPdf(agreement);
  for (let at = 1; at <= 30; at += 1) await openPdf(document(at));
  expect(engine.closed).toEqual([1, 2, 3, 4, 5, 6, 7]);
  letGo();
  await openPdf(document(31));
  expect(engine.closed).toEqual([1, 2, 3, 4, 5, 6, 7, 0]);
});
