import { useMemo } from "react";
import { cropEvidence } from "../../src-shared/crop/index.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import type {
  CheckId,
  Evidence,
  Finding,
  Outcome,
  OutcomeKind,
  ReadDocument,
  ReviewCase,
} from "../../src-shared/model/index.ts";
import { CropView } from "../components/crop-view.tsx";
import { Money } from "../components/money.tsx";
import { formatAmount, formatDate, formatMoment } from "../locale/display.ts";
import { say } from "../locale/say.ts";
import { sayFormula } from "../locale/say-formula.ts";
import { sayAlternative, sayFinding, sayProposal, sayReason } from "../locale/say-sentence.ts";
import { useDocuments } from "../state/documents.ts";
import { sortedFindings } from "../state/review.ts";
import { saysOf } from "../workspaces/review/words-of-event.ts";

interface PrintedCaseProps {
  readonly review: ReviewCase;
  readonly readings: ReadonlyMap<string, ReadDocument>;
  readonly level: "only" | "one-of-many";
}

/** One review on paper: facts, findings with their crops and formulas, what stayed open, what was decided, sources. */
export function PrintedCase({ review, readings, level }: PrintedCaseProps) {
  const { invoice, agreements, decision } = review;
  const count = (kind: OutcomeKind): number =>
    review.outcomes.filter(({ outcome }) => outcome === kind).length;
  const findings = sortedFindings(review);
  const open = review.outcomes.filter(
    ({ outcome }) => outcome === "cannot-determine" || outcome === "not-run",
  );
  const currency = valueOf(invoice.currency);
  const issued = valueOf(invoice.issueDate);
  const due = valueOf(invoice.dueDate);
  return (
    <section className="printed-case" data-level={level}>
      <h2>
        {say(`invoiceKind.${invoice.kind}`)} {invoice.number?.value ?? say("invoice.unnumbered")}
        <span className="printed-route">{say(`route.${review.route}`)}</span>
      </h2>
      <dl className="printed-facts">
        <dt>{say("print.customer")}</dt>
        <dd>{invoice.buyer?.name ?? say("invoice.noCustomer")}</dd>
        <dt>{say("column.payable")}</dt>
        <dd>
          <Money amount={valueOf(invoice.payable) ?? valueOf(invoice.gross)} currency={currency} />
        </dd>
        <dt>{say("column.issued")}</dt>
        <dd>{issued === null ? "–" : formatDate(issued)}</dd>
        <dt>{say("column.due")}</dt>
        <dd>{due === null ? "–" : formatDate(due)}</dd>
        <dt>{say("print.agreements")}</dt>
        <dd>
          {agreements.map(({ number, title }) => number ?? title ?? say("agreement.unnamed")).join(", ") ||
            say("invoice.noAgreement")}
        </dd>
        <dt>{say("print.decision")}</dt>
        <dd>{say(`state.${decision.state}`)}</dd>
        {decision.approvals.length === 0 ? null : (
          <>
            <dt>{say("print.approvals")}</dt>
            <dd>{decision.approvals.map(({ by, at }) => `${by}, ${formatMoment(at)}`).join("; ")}</dd>
          </>
        )}
        <dt>{say("print.checks")}</dt>
        <dd>
          {say("print.checksText", {
            passed: count("pass"),
            failed: count("fail"),
            unknown: count("cannot-determine"),
            notRun: count("not-run"),
            notApplicable: count("not-applicable"),
          })}
        </dd>
      </dl>
      <h3>{say("print.findings")}</h3>
      {findings.length === 0 ? <p>{say("print.none")}</p> : null}
      {findings.map((finding) => (
        <PrintedFinding
          key={finding.id}
          finding={finding}
          currency={currency}
          readings={readings}
          dismissal={decision.dismissed.find(({ findingId }) => findingId === finding.id)?.reason ?? null}
        />
      ))}
      {open.length === 0 ? null : (
        <>
          <h3>{say("print.undetermined")}</h3>
          <ul className="printed-open">
            {joinByReason(open).map(({ because, checks }) => (
              <li key={because}>
                <strong>{checks.map((check) => say(`check.${check}`)).join(", ")}:</strong> {because}
              </li>
            ))}
          </ul>
        </>
      )}
      <PrintedHistory review={review} />
      <PrintedSources review={review} />
    </section>
  );
}

/** Checks that stayed open for the same reason stand together: one failed check can hold back thirty. */
function joinByReason(
  outcomes: readonly Outcome[],
): readonly { readonly because: string; readonly checks: readonly CheckId[] }[] {
  const byReason = new Map<string, Set<CheckId>>();
  for (const { because, check } of outcomes) {
    const reason = sayReason(because);
    byReason.set(reason, new Set([...(byReason.get(reason) ?? []), check]));
  }
  return [...byReason].map(([because, checks]) => ({ because, checks: [...checks] }));
}

interface PrintedFindingProps {
  readonly finding: Finding;
  readonly currency: string | null;
  readonly readings: ReadonlyMap<string, ReadDocument>;
  readonly dismissal: string | null;
}

function PrintedFinding({ finding, currency, readings, dismissal }: PrintedFindingProps) {
  const { impact, formula, expected, found } = finding;
  const alternative = sayAlternative(finding);
  return (
    <section className="printed-finding" data-direction={finding.direction}>
      <h4>
        <span>{say(`check.${finding.check}`)}</span>
        {impact === null ? null : <span>{formatAmount(impact, currency)}</span>}
      </h4>
      <p>
        {say(`direction.${finding.direction}`)}, {say(`severity.${finding.severity}`)}. {sayFinding(finding)}
      </p>
      <dl className="printed-facts">
        {expected === null ? null : <Fact name={say("finding.expected")} value={expected} />}
        {found === null ? null : <Fact name={say("finding.found")} value={found} />}
        {formula === null ? null : <Fact name={say("finding.formula")} value={sayFormula(formula)} />}
        {alternative === null ? null : <Fact name={say("finding.alternative")} value={alternative} />}
        <Fact name={say("finding.proposal")} value={sayProposal(finding)} />
        <Fact
          name={say("print.check")}
          value={say("finding.check", { check: finding.check, version: finding.version })}
        />
        {dismissal === null ? null : (
          <Fact
            name={say("finding.dismissed")}
            value={say("finding.dismissedBecause", { reason: dismissal })}
          />
        )}
      </dl>
      <PrintedProof evidence={finding.evidence} readings={readings} />
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** Each quoted document once, cropped to its quotes. */
function PrintedProof({
  evidence,
  readings,
}: {
  readonly evidence: readonly Evidence[];
  readonly readings: ReadonlyMap<string, ReadDocument>;
}) {
  const rows = useDocuments((documents) => documents.rows);
  const proofs = useMemo(
    () =>
      [...new Set(evidence.map(({ documentId }) => documentId))].map((documentId) => {
        const quotes = evidence.filter((each) => each.documentId === documentId);
        const reading = readings.get(documentId);
        return {
          documentId,
          role: quotes[0]?.role ?? "invoice",
          name: rows?.find((row) => row.id === documentId)?.name ?? documentId,
          crop: reading === undefined ? null : cropEvidence(reading, quotes),
          quotes: quotes.map(({ quote }) => quote).join(" · "),
        };
      }),
    [evidence, readings, rows],
  );
  return (
    <div className="printed-proof">
      {proofs.map(({ documentId, role, name, crop, quotes }) => (
        <figure key={documentId}>
          <figcaption>{say("proof.place", { role: say(`proof.${role}`), name, place: "" })}</figcaption>
          {crop === null ? null : <CropView crop={crop} label={quotes} />}
          <q>{quotes}</q>
        </figure>
      ))}
    </div>
  );
}

function PrintedHistory({ review }: { readonly review: ReviewCase }) {
  if (review.history.length === 0) return null;
  const reversed = new Set<string>(review.reversed);
  return (
    <>
      <h3>{say("print.history")}</h3>
      <table className="printed-table">
        <thead>
          <tr>
            {(["when", "who", "what", "words"] as const).map((name) => (
              <th key={name} scope="col">
                {say(`print.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {review.history.map((event) => {
            const { headline, text } = saysOf(event);
            return (
              <tr key={event.id}>
                <td>{formatMoment(event.at)}</td>
                <td>{event.actor}</td>
                <td>{reversed.has(event.id) ? say("print.undone", { what: headline }) : headline}</td>
                <td>{text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** The documents behind the review, each with the digest of its bytes. */
function PrintedSources({ review }: { readonly review: ReviewCase }) {
  const rows = useDocuments((documents) => documents.rows);
  const ids = new Set<string>([
    review.invoice.documentId,
    ...review.agreements.map(({ documentId }) => documentId),
    ...review.deliveries.map(({ documentId }) => documentId),
    ...review.findings.flatMap(({ evidence }) => evidence.map(({ documentId }) => documentId)),
  ]);
  const sources = rows?.filter(({ id }) => ids.has(id)) ?? [];
  return (
    <>
      <h3>{say("print.sources")}</h3>
      <table className="printed-table">
        <thead>
          <tr>
            <th scope="col">{say("column.name")}</th>
            <th scope="col">{say("column.kind")}</th>
            <th scope="col">{say("column.hash")}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ id, path, kind, sha256 }) => (
            <tr key={id}>
              <td>{path}</td>
              <td>{say(`kind.${kind}`)}</td>
              <td className="printed-hash">{sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
