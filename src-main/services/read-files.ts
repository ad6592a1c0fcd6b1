import type { DocumentId, ImportedFile, Problem } from "../../src-shared/model/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { detectMediaType, documentIdFor } from "../pipeline/import/index.ts";
import type { Reading, ReadingContext } from "../ports/document-reader.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { joinMembers } from "./join-members.ts";
import type { ReportProgress, Tools } from "./tools.ts";
import { findUnreadValues } from "./unread-values.ts";

interface IncomingPlace {
  readonly path: string;
  readonly sizeBytes: number;
}

/** A file that somebody gives, before its bytes are here. */
export interface IncomingFile extends IncomingPlace {
  readonly load: () => Promise<Result<Uint8Array, Problem>>;
}

/** A document as it came in, with its bytes and words where they were asked for. */
export interface TakenIn {
  readonly stored: StoredDocument;
  /** JSON of the words and their places, compressed by Zstandard. */
  readonly reading: Uint8Array | null;
  readonly original: Uint8Array | null;
}

export interface ReadingOrder {
  readonly incoming: readonly IncomingFile[];
  /** Documents that are here already, by the hash of their bytes. */
  readonly known: ReadonlyMap<string, DocumentId>;
  readonly context: ReadingContext;
  readonly keep: "nouns" | "packed";
}

const deepestMember = 3;
const headBytes = 64 * 1024;
const megabyte = 1024 * 1024;

/** Bytes of files that are loaded and not read yet: large ones come one by one. */
const mostBytesAhead = 64 * megabyte;
/** Files whose bytes are asked for before their turn: a disk answers many requests as fast as one. */
const mostLoadsAhead = 32;
/** Files that were read and wait for a slow one before them. */
const mostFilesWaiting = 2_000;

/** Problems of places that a person need not act on: nothing was lost. */
const harmless = new Set(["import/system-file", "import/link-loop"]);

/** Takes files in and reads them; results are in the order of the input, members after their file. */
export async function readFiles(
  order: ReadingOrder,
  tools: Tools,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<readonly TakenIn[]> {
  const taken: TakenIn[] = [];
  const take = (group: readonly TakenIn[]): Promise<void> => Promise.resolve(void taken.push(...group));
  await readInOrder(order, tools, report, signal, take);
  const joined = joinMembers(taken.map(({ stored }) => stored));
  return taken.map((one, position) => ({ ...one, stored: joined[position] ?? one.stored }));
}

/**
 * Takes files in and reads some at a time; hands each on with its members, in the order of the input.
 *
 * What is wrong with one file is said in its document and stops no other. Only so much is in memory as is being read
 * or waits for a slow file before it. Rejects when cancelled, or when `take` does.
 */
export async function readInOrder(
  order: ReadingOrder,
  tools: Tools,
  report: ReportProgress,
  signal: AbortSignal,
  take: (group: readonly TakenIn[]) => Promise<void>,
): Promise<void> {
  const { incoming } = order;
  const takeIn = createIntake(order, tools, signal);
  const load = createLoader(incoming);
  const finished = new Map<number, readonly TakenIn[]>();
  const running = new Set<Promise<void>>();
  let bytesRunning = 0;
  let taken = 0;
  let done = 0;

  const progress = (file: IncomingFile): void =>
    report("read", formatMessage("progress/read", { file: file.path }), done, incoming.length);
  const handOn = async (): Promise<void> => {
    for (let group = finished.get(taken); group !== undefined; group = finished.get(taken)) {
      finished.delete(taken);
      taken += 1;
      await take(group);
    }
  };
  const isFull = (sizeBytes: number): boolean =>
    running.size >= tools.reader.parallelism ||
    finished.size >= mostFilesWaiting ||
    (running.size > 0 && bytesRunning + sizeBytes > mostBytesAhead);

  try {
    for (const [position, file] of incoming.entries()) {
      signal.throwIfAborted();
      while (running.size > 0 && isFull(file.sizeBytes)) {
        await Promise.race(running);
        await handOn();
      }
      const start = takeIn(file, await load(position), 0);
      progress(file);
      bytesRunning += file.sizeBytes;
      const task = start().then((group) => {
        finished.set(position, group);
        bytesRunning -= file.sizeBytes;
        done += 1;
        progress(file);
      });
      const tracked = task.finally(() => running.delete(tracked));
      // Awaited below; until then a failure must not count as unhandled.
      tracked.catch(() => undefined);
      running.add(tracked);
    }
    await Promise.all(running);
    await handOn();
  } catch (error) {
    await Promise.allSettled(running);
    throw error;
  }
}

/** Loads files in their order, some before their turn. */
function createLoader(
  incoming: readonly IncomingFile[],
): (position: number) => Promise<Result<Uint8Array, Problem>> {
  const ahead = new Map<number, Promise<Result<Uint8Array, Problem>>>();
  let next = 0;
  let bytesAhead = 0;
  return async (position) => {
    for (let file = incoming[next]; file !== undefined; file = incoming[next]) {
      const fits = ahead.size < mostLoadsAhead && bytesAhead + file.sizeBytes <= mostBytesAhead;
      if (next > position && !fits) break;
      bytesAhead += file.sizeBytes;
      ahead.set(next, file.load());
      next += 1;
    }
    const loaded = await ahead.get(position);
    if (loaded === undefined) throw new Error("Files are asked for in their order.");
    ahead.delete(position);
    bytesAhead -= incoming[position]?.sizeBytes ?? 0;
    return loaded;
  };
}

type StartReading = () => Promise<readonly TakenIn[]>;

/** Says what bytes are and whether they came before, at once and in order; what it answers does the reading. */
function createIntake(
  order: ReadingOrder,
  tools: Tools,
  signal: AbortSignal,
): (incoming: IncomingPlace, loaded: Result<Uint8Array, Problem>, depth: number) => StartReading {
  const firstByHash = new Map(order.known);
  return function takeIn(incoming, loaded, depth): StartReading {
    if (!loaded.ok) return () => Promise.resolve([unreadable(incoming, loaded.error, tools)]);
    const bytes = loaded.value;
    const sha256 = tools.digest.ofBytes(bytes);
    const id = documentIdFor(sha256, incoming.path, tools.digest.ofText);
    const file: ImportedFile = {
      id,
      path: incoming.path,
      name: incoming.path.slice(Math.max(incoming.path.lastIndexOf("/"), incoming.path.lastIndexOf("!")) + 1),
      sha256,
      sizeBytes: bytes.length,
      mediaType: detectMediaType(incoming.path, bytes.subarray(0, headBytes)),
      copyOf: firstByHash.get(sha256) ?? null,
    };
    if (bytes.length === 0)
      return () => Promise.resolve([kept(file, notRead({ code: "read/empty-file" }), [], bytes, order.keep)]);
    if (file.copyOf !== null) return () => Promise.resolve([copy(file)]);
    firstByHash.set(sha256, id);
    return async () => {
      const reading = await tools.reader.read(file, bytes, order.context, order.keep, signal);
      const starts = (depth < deepestMember ? reading.members : []).map(({ name, bytes: inner }) =>
        takeIn({ path: `${file.path}!${name}`, sizeBytes: inner.length }, ok(inner), depth + 1),
      );
      const members = await Promise.all(starts.map((start) => start()));
      const contains = members.map(([first]) => first?.stored.file.id).filter((one) => one !== undefined);
      return [kept(file, reading, contains, bytes, order.keep), ...members.flat()];
    };
  };
}

const notRead = (problem: Problem): Reading => ({
  reader: null,
  status: "unreadable",
  problem,
  pages: null,
  normalized: null,
  document: null,
  members: [],
});

function kept(
  file: ImportedFile,
  reading: Reading,
  contains: readonly DocumentId[],
  bytes: Uint8Array,
  keep: ReadingOrder["keep"],
): TakenIn {
  const { reader, pages, normalized } = reading;
  const [unread] = normalized === null ? [] : findUnreadValues(normalized);
  const isPartly = reading.status === "read" && unread !== undefined;
  const status = isPartly ? "partly-read" : reading.status;
  const problem = isPartly ? unread : reading.problem;
  return {
    stored: { file, reader, status, problem, pages, contains, normalized },
    reading: reading.packed ?? null,
    original: keep === "packed" ? bytes : null,
  };
}

const copy = (file: ImportedFile): TakenIn => ({
  stored: {
    file,
    reader: null,
    status: "skipped",
    problem: null,
    pages: null,
    contains: [],
    normalized: null,
  },
  reading: null,
  original: null,
});

/** A place whose bytes cannot be had: it has a path and no hash. */
function unreadable(incoming: IncomingPlace, problem: Problem, tools: Tools): TakenIn {
  const { path, sizeBytes } = incoming;
  const file: ImportedFile = {
    id: documentIdFor("", path, tools.digest.ofText),
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    sha256: "",
    sizeBytes,
    mediaType: "",
    copyOf: null,
  };
  const status = harmless.has(problem.code) ? "skipped" : "unreadable";
  return {
    stored: { file, reader: null, status, problem, pages: null, contains: [], normalized: null },
    reading: null,
    original: null,
  };
}
