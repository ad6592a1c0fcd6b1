import type { DocumentId, ImportedFile, Problem, ReadDocument } from "../../src-shared/model/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { detectMediaType, documentIdFor } from "../pipeline/import/index.ts";
import type { Reading, ReadingContext } from "../ports/document-reader.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { joinMembers } from "./join-members.ts";
import type { ReportProgress, Tools } from "./tools.ts";
import { findUnreadValues } from "./unread-values.ts";

/** A file that somebody gives, before its bytes are here. */
export interface IncomingFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly load: () => Promise<Result<Uint8Array, Problem>>;
}

/** A document as it came in, with its bytes and words where they were asked for. */
export interface TakenIn {
  readonly stored: StoredDocument;
  readonly reading: ReadDocument | null;
  readonly original: Uint8Array | null;
}

export interface ReadingOrder {
  readonly incoming: readonly IncomingFile[];
  /** Documents that are here already, by the hash of their bytes. */
  readonly known: ReadonlyMap<string, DocumentId>;
  readonly context: ReadingContext;
  readonly keep: "nouns" | "everything";
}

const deepestMember = 3;
const headBytes = 64 * 1024;

/** Problems of places that a person need not act on: nothing was lost. */
const harmless = new Set(["import/system-file", "import/link-loop"]);

/**
 * Takes files in and reads them, some at a time; results are in the order of the input, members after their file.
 *
 * What is wrong with one file is said in its document and stops no other. Rejects only when cancelled.
 */
export async function readFiles(
  order: ReadingOrder,
  tools: Tools,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<readonly TakenIn[]> {
  const firstByHash = new Map(order.known);
  const results: (readonly TakenIn[])[] = [];
  const running = new Set<Promise<void>>();
  let done = 0;

  const takeIn = async (
    incoming: IncomingFile,
    depth: number,
  ): Promise<() => Promise<readonly TakenIn[]>> => {
    const loaded = await incoming.load();
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
      const members: (readonly TakenIn[])[] = [];
      for (const member of depth < deepestMember ? reading.members : []) {
        const start = await takeIn(
          {
            path: `${file.path}!${member.name}`,
            sizeBytes: member.bytes.length,
            load: () => Promise.resolve({ ok: true, value: member.bytes }),
          },
          depth + 1,
        );
        members.push(await start());
      }
      const contains = members.map(([first]) => first?.stored.file.id).filter((one) => one !== undefined);
      return [kept(file, reading, contains, bytes, order.keep), ...members.flat()];
    };
  };

  try {
    for (const [position, incoming] of order.incoming.entries()) {
      signal.throwIfAborted();
      while (running.size >= tools.reader.parallelism) await Promise.race(running);
      const start = await takeIn(incoming, 0);
      report("read", formatMessage("progress/read", { file: incoming.path }), done, order.incoming.length);
      const task = start().then((documents) => {
        results[position] = documents;
        done += 1;
        report("read", formatMessage("progress/read", { file: incoming.path }), done, order.incoming.length);
      });
      const tracked = task.finally(() => running.delete(tracked));
      // Awaited below; until then a failure must not count as unhandled.
      tracked.catch(() => undefined);
      running.add(tracked);
    }
    await Promise.all(running);
  } catch (error) {
    await Promise.allSettled(running);
    throw error;
  }
  const taken = results.flat();
  const joined = joinMembers(taken.map(({ stored }) => stored));
  return taken.map((one, position) => ({ ...one, stored: joined[position] ?? one.stored }));
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
  keep: "nouns" | "everything",
): TakenIn {
  const { reader, pages, normalized } = reading;
  const [unread] = normalized === null ? [] : findUnreadValues(normalized);
  const isPartly = reading.status === "read" && unread !== undefined;
  const status = isPartly ? "partly-read" : reading.status;
  const problem = isPartly ? unread : reading.problem;
  return {
    stored: { file, reader, status, problem, pages, contains, normalized },
    reading: reading.document,
    original: keep === "everything" ? bytes : null,
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
function unreadable(incoming: IncomingFile, problem: Problem, tools: Tools): TakenIn {
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
