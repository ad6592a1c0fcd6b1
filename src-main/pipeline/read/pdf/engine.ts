import { init } from "@embedpdf/pdfium";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { ReadTools } from "../format.ts";
import { limitMemory } from "./limit-memory.ts";

/**
 * PDFium's functions by their C name, called without a wrapper, and its memory.
 *
 * Pointers and sizes are plain numbers. Views of the memory move when it grows: read them from here each time.
 */
export interface PdfEngine {
  readonly call: Readonly<Record<string, (...parameters: number[]) => number>>;
  readonly memory: PdfMemory;
  readonly allocate: (bytes: number) => number;
  readonly free: (pointer: number) => void;
}

interface PdfMemory {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
}

/** Memory at which an engine is given up after a document, since WASM memory never shrinks. */
const retiredAboveBytes = 192 * 1024 * 1024;
/** Memory that one document may use beside its own bytes. Streams that swell and forms that repeat end here. */
const workingBytes = 256 * 1024 * 1024;
/** Memory grows in steps: an engine that failed above this failed for want of it. */
const exhaustedAboveBytes = 160 * 1024 * 1024;
/** Files above this get an engine of their own, with their own bytes on top of the limit. */
const ordinaryFileBytes = 48 * 1024 * 1024;

const engineByTools = new WeakMap<ReadTools, Promise<PdfEngine>>();

/** The engine of a host, made at the first call. */
export function loadEngine(tools: ReadTools, fileBytes: number): Promise<PdfEngine> {
  if (fileBytes > ordinaryFileBytes) return startEngine(tools, workingBytes + fileBytes);
  const known = engineByTools.get(tools);
  if (known !== undefined) return known;
  const engine = startEngine(tools, workingBytes);
  engineByTools.set(tools, engine);
  engine.catch(() => engineByTools.delete(tools));
  return engine;
}

/** Forgets an engine that trapped: its memory is in an unknown state. The next document starts a new one. */
export function retireEngine(tools: ReadTools): void {
  engineByTools.delete(tools);
}

/** Whether an engine came to the end of its memory: what it was given needs more than a document should. */
export const isExhausted = (engine: PdfEngine): boolean => engine.memory.HEAPU8.length > exhaustedAboveBytes;

/** Forgets an engine whose memory has grown large. */
export function retireLargeEngine(tools: ReadTools, engine: PdfEngine): void {
  if (engine.memory.HEAPU8.length > retiredAboveBytes) engineByTools.delete(tools);
}

async function startEngine(tools: ReadTools, memoryBytes: number): Promise<PdfEngine> {
  const wasmBinary = limitMemory(await tools.loadAsset("pdfium.wasm"), memoryBytes);
  const silent = (): void => {};
  const module = (await init({
    wasmBinary,
    print: silent,
    printErr: silent,
  } as never)) as WrappedPdfiumModule;
  const core = module.pdfium as unknown as PdfMemory;
  // The module's own wrappers add a hop to each call, and there are thousands a page.
  const call = module.pdfium.wasmExports as unknown as Record<string, (...parameters: number[]) => number>;
  call["PDFiumExt_Init"]?.();
  return {
    call,
    memory: core,
    allocate: module.pdfium.wasmExports.malloc,
    free: module.pdfium.wasmExports.free,
  };
}

/** Runs with a block of memory that is freed whatever happens. */
export function withMemory<T>(engine: PdfEngine, bytes: number, run: (pointer: number) => T): T {
  const pointer = engine.allocate(bytes);
  if (pointer === 0) throw new Error("PDF engine is out of memory");
  try {
    return run(pointer);
  } finally {
    engine.free(pointer);
  }
}

/** Text that a function writes as UTF-16 with a closing zero, sized by a first call with no buffer. */
export function readWideText(engine: PdfEngine, ask: (buffer: number, bytes: number) => number): string {
  const bytes = ask(0, 0);
  if (bytes <= 2 || bytes > 16 * 1024 * 1024) return "";
  return withMemory(engine, bytes, (buffer) => {
    ask(buffer, bytes);
    return new TextDecoder("utf-16le").decode(engine.memory.HEAPU8.slice(buffer, buffer + bytes - 2));
  });
}

/** Runs with a C string of ASCII characters. */
export function withAscii<T>(engine: PdfEngine, text: string, run: (pointer: number) => T): T {
  return withMemory(engine, text.length + 1, (pointer) => {
    const { HEAPU8 } = engine.memory;
    for (let index = 0; index < text.length; index += 1)
      HEAPU8[pointer + index] = text.charCodeAt(index) & 0x7f;
    HEAPU8[pointer + text.length] = 0;
    return run(pointer);
  });
}
