import type { ReactNode } from "react";
import { invoiceValuesOf } from "../../../src-shared/model/index.ts";
import type { Evidence, Field, Invoice, InvoiceLine, Party } from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { wordOf } from "../../locale/code-words.ts";
import { formatDate, formatExclusiveEnd, formatPlainAmount, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { MarkedPlace } from "./marked-place.tsx";
import type { MarksByPlace } from "./marked-place.tsx";
import type { MarkFocus } from "./marks.ts";

interface Marked {
  readonly marks: MarksByPlace;
  readonly focus: MarkFocus;
}

interface InvoicePaperProps extends Marked {
  readonly invoice: Invoice;
}

/** What a structured file bills, set as a person would print it; each value bears the marks of its element. */
export function InvoicePaper({ invoice, marks, focus }: InvoicePaperProps) {
  const currency = invoice.currency?.value ?? null;
  const marked = { marks, focus };
  const amount = (field: Field<DecimalText> | null) => (
    <Value field={field} show={(value) => formatPlainAmount(value, currency)} {...marked} />
  );
  return (
    <article className="paper invoice-paper">
      <div className="invoice-paper-parties">
        <PartyBlock title={say("twin.seller")} party={invoice.seller} {...marked} />
        <PartyBlock title={say("twin.customer")} party={invoice.buyer} {...marked} />
      </div>
      <div role="heading" aria-level={3} className="invoice-paper-title">
        {say(invoice.kind === "credit-note" ? "paper.creditNote" : "paper.invoice")}{" "}
        <Value field={invoice.number} show={asWritten} {...marked} />
      </div>
      <dl className="invoice-paper-facts">
        <HeadFacts invoice={invoice} {...marked} />
      </dl>
      <LineTable invoice={invoice} amount={amount} {...marked} />
      <dl className="invoice-paper-totals">
        {invoiceValuesOf("amount").map((name) =>
          invoice[name] === null ? null : (
            <Fact key={name} label={`field.${name}`}>
              {amount(invoice[name])} {currency}
            </Fact>
          ),
        )}
      </dl>
      {invoice.notes.map((note) => (
        <p key={note} className="invoice-paper-note">
          {note}
        </p>
      ))}
    </article>
  );
}

const asWritten = (value: string): string => value;

/** The last day of a period is shown as a last day, and the number stands in the title. */
const dateNames = invoiceValuesOf("date").filter((name) => name !== "periodEnd");
const textNames = invoiceValuesOf("text").filter((name) => name !== "number");

function HeadFacts({ invoice, ...marked }: InvoicePaperProps) {
  return (
    <>
      {dateNames.map((name) =>
        invoice[name] === null ? null : (
          <Fact key={name} label={`field.${name}`}>
            <Value field={invoice[name]} show={formatDate} {...marked} />
          </Fact>
        ),
      )}
      {invoice.periodEnd === null ? null : (
        <Fact label="paper.periodEnd">
          <Value field={invoice.periodEnd} show={formatExclusiveEnd} {...marked} />
        </Fact>
      )}
      {textNames.map((name) =>
        invoice[name] === null ? null : (
          <Fact key={name} label={`field.${name}`}>
            <Value field={invoice[name]} show={asWritten} {...marked} />
          </Fact>
        ),
      )}
    </>
  );
}

function Fact({ label, children }: { readonly label: MessageId; readonly children: ReactNode }) {
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}

const pathsOf = (evidence: readonly Evidence[]): readonly string[] =>
  evidence.flatMap(({ at }) => ("path" in at ? [at.path] : []));

/** A value under the marks of the elements that it comes from; what could not be read is shown as it is written. */
function Value<T extends string>({
  field,
  show,
  marks,
  focus,
}: Marked & { readonly field: Field<T> | null; readonly show: (value: T) => string }) {
  if (field === null) return null;
  const shown = field.value === null ? (field.evidence[0]?.quote ?? "") : show(field.value);
  const paths = pathsOf(field.evidence);
  return nested(paths, shown, { marks, focus });
}

const nested = (paths: readonly string[], content: ReactNode, marked: Marked): ReactNode =>
  paths.reduceRight<ReactNode>(
    (inner, path) => (
      <MarkedPlace path={path} {...marked}>
        {inner}
      </MarkedPlace>
    ),
    content,
  );

function PartyBlock({
  title,
  party,
  ...marked
}: Marked & { readonly title: string; readonly party: Party | null }) {
  if (party === null) return <div />;
  const [name, ...others] = pathsOf(party.evidence);
  const last = others.at(-1);
  return (
    <div>
      <div className="invoice-paper-label">{title}</div>
      <strong>{name === undefined ? party.name : nested([name], party.name, marked)}</strong>
      {party.address.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {party.taxId === null ? null : (
        <div>{last === undefined ? party.taxId : nested([last], party.taxId, marked)}</div>
      )}
    </div>
  );
}

/** The place of the words of a line: what its row has besides its figures. */
function descriptionPaths(line: InvoiceLine): readonly string[] {
  const figures = new Set(
    [line.quantity, line.unit, line.unitPrice, line.net].flatMap((field) => pathsOf(field?.evidence ?? [])),
  );
  return pathsOf(line.evidence)
    .filter((path) => !figures.has(path))
    .slice(0, 1);
}

function LineTable({
  invoice,
  amount,
  ...marked
}: InvoicePaperProps & { readonly amount: (field: Field<DecimalText> | null) => ReactNode }) {
  return (
    <table className="paper-table invoice-paper-lines">
      <thead>
        <tr>
          <th scope="col">{say("drafts.description")}</th>
          <th scope="col">{say("field.quantity")}</th>
          <th scope="col">{say("field.unit")}</th>
          <th scope="col">{say("field.unitPrice")}</th>
          <th scope="col">{say("field.taxRate")}</th>
          <th scope="col">{say("field.net")}</th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line, index) => (
          <tr key={index}>
            <td>{nested(descriptionPaths(line), line.description, marked)}</td>
            <td>
              <Value field={line.quantity} show={formatQuantity} {...marked} />
            </td>
            <td>
              {line.unit?.value === undefined || line.unit.value === null ? null : wordOf(line.unit.value)}
            </td>
            <td>
              {amount(line.unitPrice)}
              {line.priceBase?.value === undefined || line.priceBase.value === null
                ? null
                : ` / ${formatQuantity(line.priceBase.value)}`}
            </td>
            <td>
              {line.taxRate?.value === undefined || line.taxRate.value === null
                ? null
                : `${formatQuantity(line.taxRate.value)} %`}
            </td>
            <td>{amount(line.net ?? line.printedAmount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
