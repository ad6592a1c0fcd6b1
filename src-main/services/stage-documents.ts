import type { DocumentRow } from "../../src-shared/api/contract.ts";
import type { DocumentId, Problem } from "../../src-shared/model/index.ts";
import type { Digest } from "../ports/digest.ts";
import type { NewDocument, StoredDocument } from "../ports/vault.ts";
import { describeDocument, rememberDescription } from "./describe-document.ts";
import { digestOfText, textOfDocument } from "./document-text.ts";
import type { StagedDocument } from "./document-text.ts";
import { joinMembers } from "./join-members.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import type { TakenIn } from "./read-files.ts";

/** What an import brought, before it is kept. */
export interface StagedImport {
  readonly staged: readonly StagedDocument[];
  /** Staged documents whose nouns a later file of the same import changed. */
  readonly amended: readonly StoredDocument[];
  readonly rows: readonly DocumentRow[];
  /** Documents that the workspace has, or had and set aside. */
  readonly returning: readonly DocumentId[];
  readonly unkept: readonly TakenIn[];
}

/** The vault refused a part of the import. */
export class StagingError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

interface Staging {
  /** Documents that are here already, by the hash of their bytes. */
  readonly known: ReadonlyMap<string, DocumentId>;
  readonly take: (group: readonly TakenIn[]) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly outcome: () => StagedImport;
}

/** Documents of one write: enough for one turn of the disk to count little, few enough to be gone in a moment. */
const mostDocumentsInPart = 250;
const mostBytesInPart = 16 * 1024 * 1024;

/** Puts documents into the vault by parts while an import runs. */
export function createStaging(workspace: OpenWorkspace, digest: Digest): Staging {
  const { removedDocuments } = workspace.fold();
  const stored = workspace.documents();
  const storedIds = new Set(stored.map(({ file }) => file.id));
  const known = new Map<string, DocumentId>();
  for (const { file } of stored)
    if (file.copyOf === null && !removedDocuments.has(file.id) && !known.has(file.sha256))
      known.set(file.sha256, file.id);

  const staged: StagedDocument[] = [];
  const rows: DocumentRow[] = [];
  const unkept: TakenIn[] = [];
  const returning: DocumentId[] = [];
  const amended = new Map<DocumentId, StoredDocument>();
  /** What came in so far: an e-invoice beside the page that embeds it is joined with that page. */
  const byId = new Map<DocumentId, StoredDocument>();
  let part: TakenIn[] = [];
  let bytesInPart = 0;

  /** The group joined with its members, and with earlier files that its members are copies of. */
  const join = (group: readonly TakenIn[]): readonly StoredDocument[] => {
    const own = group.map((one) => one.stored);
    const earlier = own.flatMap(({ file }) => {
      const twin = file.copyOf === null ? undefined : byId.get(file.copyOf);
      return twin === undefined ? [] : [twin];
    });
    if (own.length === 1 && earlier.length === 0) return own;
    const joined = joinMembers([...earlier, ...own]);
    for (const [position, before] of earlier.entries()) {
      const after = joined[position];
      if (after === undefined || after === before) continue;
      byId.set(after.file.id, after);
      amended.set(after.file.id, after);
    }
    return joined.slice(earlier.length);
  };

  const flush = async (): Promise<void> => {
    if (part.length === 0) return;
    const documents = part.map((one): NewDocument => ({ ...one, text: textOfDocument(one.stored) }));
    part = [];
    bytesInPart = 0;
    const lean = await workspace.vault.stage(documents);
    if (!lean.ok) throw new StagingError(lean.error);
    for (const [position, { stored: full, text, reading }] of documents.entries()) {
      const document = lean.value[position] ?? full;
      rememberDescription(document, describeDocument(full));
      // What a later file amended in the meantime is kept as amended.
      if (byId.get(full.file.id) === full) byId.set(full.file.id, document);
      staged.push({
        stored: document,
        digests: {
          original: full.file.sha256,
          text: digestOfText(text, digest),
          ...(reading === null ? {} : { packed: digest.ofBytes(reading) }),
        },
      });
    }
  };

  const take = async (group: readonly TakenIn[]): Promise<void> => {
    for (const [position, document] of join(group).entries()) {
      const { reading = null, original = null } = group[position] ?? {};
      const one: TakenIn = { stored: document, reading, original };
      rows.push(describeDocument(document));
      if (document.file.sha256 === "") unkept.push(one);
      else if (storedIds.has(document.file.id)) returning.push(document.file.id);
      else {
        part.push(one);
        byId.set(document.file.id, document);
        bytesInPart += (original?.length ?? 0) + (reading?.length ?? 0);
      }
    }
    if (part.length >= mostDocumentsInPart || bytesInPart >= mostBytesInPart) await flush();
  };

  return {
    known,
    take,
    flush,
    outcome: () => ({ staged, amended: [...amended.values()], rows, returning, unkept }),
  };
}
