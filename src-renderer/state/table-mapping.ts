import { create } from "zustand";
import type { InputOf, TablesState } from "../../src-shared/api/contract.ts";
import type { MappedKind, TableField, TableMapping } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { loadDocuments } from "./documents.ts";
import { runJob } from "./jobs.ts";
import { showToast } from "./toasts.ts";

type Draft = InputOf<"tables.sketch">["draft"];

interface MappingView {
  readonly documentId: string | null;
  readonly file: string;
  readonly tables: TablesState | null;
  /** Which table of the document is mapped. */
  readonly sheet: number;
  readonly headerRow: number | null;
  /** What a person set; `null` while the guess stands. */
  readonly draft: TableMapping | null;
  /** Columns that a person chose, by title. */
  readonly chosen: ReadonlySet<string>;
  readonly problem: string | null;
  readonly isBusy: boolean;
}

const closed: MappingView = {
  documentId: null,
  file: "",
  tables: null,
  sheet: 0,
  headerRow: null,
  draft: null,
  chosen: new Set(),
  problem: null,
  isBusy: false,
};

/** The screen on which a person says which column is which; nothing counts until it is remembered. */
export const useMapping = create<MappingView>(() => closed);

export async function openMapping(documentId: string, file: string): Promise<void> {
  useMapping.setState({ ...closed, documentId, file });
  await refresh(null);
}

export function closeMapping(): void {
  useMapping.setState(closed);
}

let latest = 0;

/** Asks what comes of the draft; of answers that cross, the one to the last question counts. */
async function refresh(draft: Draft): Promise<void> {
  const { documentId, headerRow } = useMapping.getState();
  if (documentId === null) return;
  latest += 1;
  const question = latest;
  useMapping.setState({ isBusy: true });
  const result = await callHost("tables.sketch", { documentId, headerRow, draft });
  if (question !== latest || useMapping.getState().documentId !== documentId) return;
  useMapping.setState(
    result.ok
      ? { tables: result.value, problem: null, isBusy: false }
      : { problem: result.error.message, isBusy: false },
  );
}

/** The mapping on the screen: what was set, else what reads the table, else its guesses. */
export function shownMapping(view: MappingView): TableMapping | null {
  const sketch = view.tables?.sketches[view.sheet];
  if (sketch === undefined) return null;
  if (view.draft !== null) return view.draft;
  const known = view.tables?.mapping ?? null;
  if (known !== null && view.sheet === 0) return known;
  const columns: Record<string, TableField> = {};
  for (const { title, field } of sketch.columns)
    if (field !== null && title !== "" && !Object.values(columns).includes(field)) columns[title] = field;
  return {
    id: "draft",
    title: view.file.replace(/\.[^.]+$/, ""),
    kind: sketch.kind ?? "invoice",
    signature: titlesOf(sketch.columns),
    columns,
    decimalMark: null,
    dateOrder: null,
  };
}

const titlesOf = (columns: readonly { readonly title: string }[]): readonly string[] => [
  ...new Set(columns.map(({ title }) => title).filter((title) => title !== "")),
];

function change(next: Partial<TableMapping>): void {
  const view = useMapping.getState();
  const shown = shownMapping(view);
  if (shown === null) return;
  const draft = { ...shown, ...next };
  useMapping.setState({ draft });
  void refresh(inputOf(draft));
}

const inputOf = (mapping: TableMapping): InputOf<"tables.remember">["mapping"] => ({
  ...mapping,
  signature: [...mapping.signature],
  columns: { ...mapping.columns },
});

/** A column holds one thing, and each thing stands in one column. */
export function setField(title: string, field: TableField | null): void {
  const view = useMapping.getState();
  const shown = shownMapping(view);
  if (shown === null) return;
  const others = Object.entries(shown.columns).filter(([known, held]) => known !== title && held !== field);
  useMapping.setState({ chosen: new Set([...view.chosen, title]) });
  change({ columns: Object.fromEntries(field === null ? others : [...others, [title, field]]) });
}

export const setKind = (kind: MappedKind): void => change({ kind });
export const setSourceName = (title: string): void => change({ title });
export const setDecimalMark = (decimalMark: TableMapping["decimalMark"]): void => change({ decimalMark });
export const setDateOrder = (dateOrder: TableMapping["dateOrder"]): void => change({ dateOrder });

export function showSheet(sheet: number): void {
  useMapping.setState({ sheet, draft: null, headerRow: null, chosen: new Set() });
  void refresh(null);
}

/** Another row holds the titles: what was chosen for the old ones is gone with them. */
export function setHeaderRow(headerRow: number): void {
  useMapping.setState({ headerRow, draft: null, chosen: new Set() });
  void refresh(null);
}

/** Takes over the columns of a known program, as far as the table has them. */
export async function choosePreset(preset: string | null): Promise<void> {
  useMapping.setState({ draft: null, chosen: new Set() });
  await refresh(preset === null ? null : { preset });
  const { tables, sheet } = useMapping.getState();
  const columns = tables?.sketches[sheet]?.columns;
  const mapping = tables?.mapping ?? null;
  if (preset === null || mapping === null || columns === undefined) return;
  useMapping.setState({ draft: { ...mapping, signature: titlesOf(columns) } });
}

/** Keeps the mapping for every table with these titles; what is here is read by it at once. */
export async function rememberMapping(): Promise<void> {
  const shown = shownMapping(useMapping.getState());
  const sketch = useMapping.getState().tables?.sketches[useMapping.getState().sheet];
  if (shown === null || sketch === undefined) return;
  const mapping = inputOf({ ...shown, signature: titlesOf(sketch.columns) });
  const result = await runJob(say("mapping.saving"), "tables.remember", { mapping }, null);
  if (!result.ok) {
    useMapping.setState({ problem: result.error.message });
    return;
  }
  closeMapping();
  showToast({ tone: "done", text: say("mapping.remembered", { title: result.value.title }), action: null });
  await loadDocuments();
}
