import { mappedKinds, tableFields } from "../../../src-shared/model/index.ts";
import type { ColumnSketch, TableMapping, TableSketch } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { WindowDialog } from "../../components/window-dialog.tsx";
import { formatCount } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import {
  choosePreset,
  closeMapping,
  rememberMapping,
  setDateOrder,
  setDecimalMark,
  setField,
  setHeaderRow,
  setKind,
  setSourceName,
  showSheet,
  shownMapping,
  useMapping,
} from "../../state/table-mapping.ts";
import { MappingResult } from "./mapping-result.tsx";
import { LabeledSelect } from "./labeled-select.tsx";
import "./mapping.css";

/** On which a person says once which column of a table is which, and sees at once what is read. */
export function MappingDialog() {
  const view = useMapping();
  const sketch = view.tables?.sketches[view.sheet];
  const mapping = shownMapping(view);
  return (
    <WindowDialog
      title={say("mapping.title", { file: view.file })}
      isOpen={view.documentId !== null}
      onClose={closeMapping}
      className="mapping-dialog"
    >
      <div className="mapping-body">
        <p className="soft">{say("mapping.lead")}</p>
        {view.problem === null ? null : (
          <p className="sentence" role="alert">
            {view.problem}
          </p>
        )}
        {sketch === undefined || mapping === null ? null : (
          <>
            <MappingChoices sketch={sketch} mapping={mapping} />
            <ColumnTable sketch={sketch} mapping={mapping} />
            <MappingResult sketch={sketch} />
          </>
        )}
      </div>
      <div className="mapping-foot">
        <Button onClick={closeMapping}>{say("dialog.close")}</Button>
        <Button
          look="main"
          disabled={mapping === null || Object.keys(mapping.columns).length === 0}
          onClick={() => void rememberMapping()}
        >
          {say("mapping.remember")}
        </Button>
      </div>
    </WindowDialog>
  );
}

function MappingChoices({
  sketch,
  mapping,
}: {
  readonly sketch: TableSketch;
  readonly mapping: TableMapping;
}) {
  const tables = useMapping((view) => view.tables);
  const sheet = useMapping((view) => view.sheet);
  const draft = useMapping((view) => view.draft);
  const presets = tables?.presets ?? [];
  const active = presets.find(({ id }) => id === (draft?.id ?? sketch.mapping?.id))?.id ?? "";
  return (
    <div className="mapping-choices">
      {(tables?.sketches.length ?? 0) > 1 ? (
        <LabeledSelect
          label={say("mapping.sheet")}
          value={String(sheet)}
          options={(tables?.sketches ?? []).map((each, at) => ({ id: String(at), text: each.sheet }))}
          onChoose={(at) => showSheet(Number(at))}
        />
      ) : null}
      <LabeledSelect
        label={say("mapping.preset")}
        value={active}
        options={[
          { id: "", text: say("mapping.noPreset") },
          ...presets.map(({ id, title }) => ({ id, text: title })),
        ]}
        onChoose={(id) => void choosePreset(id === "" ? null : id)}
      />
      <LabeledSelect
        label={say("mapping.kind")}
        value={mapping.kind}
        options={mappedKinds.map((id) => ({ id, text: say(`kind.${id}`) }))}
        onChoose={setKind}
      />
      <label className="mapping-choice">
        <span>{say("mapping.headerRow")}</span>
        <input
          className="input"
          type="number"
          min={1}
          max={100_000}
          value={sketch.headerRow + 1}
          onChange={(event) => {
            const row = event.target.valueAsNumber;
            if (Number.isInteger(row) && row >= 1) setHeaderRow(row - 1);
          }}
        />
      </label>
      <LabeledSelect
        label={say("mapping.decimal")}
        value={mapping.decimalMark ?? ""}
        options={[
          { id: "", text: say("mapping.decimal.open") },
          { id: ".", text: say("mapping.decimal.point") },
          { id: ",", text: say("mapping.decimal.comma") },
        ]}
        onChoose={(mark) => setDecimalMark(mark === "" ? null : mark)}
      />
      <LabeledSelect
        label={say("mapping.dates")}
        value={mapping.dateOrder ?? ""}
        options={[
          { id: "", text: say("mapping.dates.open") },
          { id: "day-first", text: say("mapping.dates.day") },
          { id: "month-first", text: say("mapping.dates.month") },
        ]}
        onChoose={(order) => setDateOrder(order === "" ? null : order)}
      />
      <label className="mapping-choice mapping-name">
        <span>{say("mapping.name")}</span>
        <input
          className="input"
          value={mapping.title}
          maxLength={120}
          onChange={(event) => setSourceName(event.target.value)}
        />
      </label>
    </div>
  );
}

/** The table's first rows below what each column is taken for; a select on every column, one Tab after the other. */
function ColumnTable({ sketch, mapping }: { readonly sketch: TableSketch; readonly mapping: TableMapping }) {
  const faulty = new Set(sketch.faults.map(({ row, column }) => `${row} ${column}`));
  return (
    <section className="mapping-part">
      <h3>{say("mapping.rows", { count: sketch.rowCount })}</h3>
      <div
        className="mapping-scroll"
        tabIndex={0}
        role="region"
        aria-label={say("mapping.rows", { count: sketch.rowCount })}
      >
        <table className="mapping-table">
          <thead>
            <tr>
              {sketch.columns.map((column, at) => (
                <th key={at} scope="col">
                  <ColumnChoice column={column} at={at} mapping={mapping} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sketch.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} data-fault={faulty.has(`${at} ${column}`)} title={cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const fields = tableFields
  .map((id) => ({ id, text: () => say(`mapping.field.${id}`) }))
  .toSorted((one, other) => one.text().localeCompare(other.text()));

function ColumnChoice({
  column,
  at,
  mapping,
}: {
  readonly column: ColumnSketch;
  readonly at: number;
  readonly mapping: TableMapping;
}) {
  const chosen = useMapping((view) => view.chosen);
  const field = mapping.columns[column.title] ?? null;
  const label =
    column.title === ""
      ? say("mapping.columnAt", { at: formatCount(at + 1) })
      : say("mapping.column", { title: column.title });
  return (
    <>
      <span className="mapping-title">{column.title}</span>
      <select
        className="input"
        aria-label={label}
        disabled={column.title === ""}
        value={field ?? ""}
        data-set={field !== null}
        onChange={(event) => {
          const next = tableFields.find((id) => id === event.target.value) ?? null;
          setField(column.title, next);
        }}
      >
        <option value="">{say("mapping.ignored")}</option>
        {fields.map(({ id, text }) => (
          <option key={id} value={id}>
            {text()}
          </option>
        ))}
      </select>
      <span className="soft mapping-because">
        {reasonOf(column, field !== null, chosen.has(column.title), mapping)}
      </span>
    </>
  );
}

function reasonOf(column: ColumnSketch, isSet: boolean, isChosen: boolean, mapping: TableMapping): string {
  if (isChosen) return say("mapping.because.person");
  if (!isSet) return say("mapping.because.nothing");
  return column.because === "mapping" && mapping.id !== "draft"
    ? say("mapping.because.mapping", { name: mapping.title })
    : say("mapping.because.title");
}
