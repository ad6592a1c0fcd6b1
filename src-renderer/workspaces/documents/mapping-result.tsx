import type { TableReading } from "../../../src-shared/api/contract.ts";
import type { TableSketch } from "../../../src-shared/model/index.ts";
import { Sign } from "../../components/sign.tsx";
import { formatCount, formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { useMapping } from "../../state/table-mapping.ts";

/** What the table gives as it is mapped now, and the cells that do not fit. */
export function MappingResult({ sketch }: { readonly sketch: TableSketch }) {
  const reading = useMapping((view) => view.tables?.reading ?? null);
  const isBusy = useMapping((view) => view.isBusy);
  if (reading === null) return null;
  const { invoiceCount, recordCount, payments } = reading;
  const isEmpty = invoiceCount + recordCount + payments === 0;
  return (
    <section className="mapping-part" aria-busy={isBusy}>
      <h3>{say("mapping.result")}</h3>
      <p role="status" className="mapping-found">
        <Sign tone={isEmpty ? "open" : "clear"} />
        {isEmpty
          ? say("mapping.nothing")
          : say("mapping.found", { invoices: invoiceCount, records: recordCount, payments })}
      </p>
      <ReadRows reading={reading} />
      {sketch.faultCount === 0 && reading.problems.length === 0 ? null : (
        <div>
          {sketch.faultCount === 0 ? null : (
            <p>
              <Sign tone="over" /> {say("mapping.faults", { count: sketch.faultCount })}
            </p>
          )}
          <ul className="mapping-faults">
            {sketch.faults.slice(0, 8).map(({ row, column, text, fault }) => (
              <li key={`${row} ${column}`}>
                {say(`mapping.fault.${fault}`, {
                  row: formatCount(sketch.headerRow + row + 2),
                  title: sketch.columns[column]?.title ?? "",
                  text,
                })}
              </li>
            ))}
            {reading.problems.slice(0, 4).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const shownRows = 5;

function ReadRows({ reading }: { readonly reading: TableReading }) {
  const rows =
    reading.invoiceCount > 0
      ? reading.invoices.map(({ number, date, customer, total, currency }) => [
          number,
          shownDay(date),
          customer,
          total === null ? null : `${total} ${currency ?? ""}`.trim(),
        ])
      : reading.records.map(({ date, person, item, quantity, unit }) => [
          shownDay(date),
          person,
          item,
          quantity === null ? null : `${quantity} ${unit ?? ""}`.trim(),
        ]);
  if (rows.length === 0) return null;
  return (
    <ul className="mapping-read">
      {rows.slice(0, shownRows).map((row, at) => (
        <li key={at}>{row.map((part) => part ?? "–").join(" · ")}</li>
      ))}
    </ul>
  );
}

const shownDay = (day: string | null): string | null => (day === null ? null : formatDate(day));
