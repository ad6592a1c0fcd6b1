import type { ReactNode } from "react";
import {
  absolute,
  decimal,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  isDecimalText,
  isNegative,
  isZero,
  multiplyFractions,
  subtract,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { Finding } from "../../../src-shared/model/index.ts";
import { formatAmount, formatConfidence, formatDifference, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { sayFormula } from "../../locale/say-formula.ts";
import { formatList } from "../../locale/term-words.ts";
import { sayAlternative, sayFinding, sayProposal } from "../../locale/say-sentence.ts";
import { Badge, Sign } from "../sign.tsx";
import "./finding-card.css";

interface FindingCardProps {
  readonly finding: Finding;
  readonly currency: string | null;
  readonly isDismissed: boolean;
  readonly isOpen: boolean;
  /** Quotes with their places, made by the screen that can open them. */
  readonly proof?: ReactNode;
}

/** A finding in words and money: agreed against billed, how it was computed, and what to do. */
export function FindingCard({ finding, currency, isDismissed, isOpen, proof }: FindingCardProps) {
  return (
    <div
      className="finding"
      data-direction={finding.direction}
      data-dismissed={isDismissed}
      data-open={isOpen}
    >
      <div className="finding-head">
        <Sign tone={finding.direction} />
        <h3 className="grow">{say(`check.${finding.check}`)}</h3>
        {finding.impact === null ? null : (
          <span className={`finding-impact tone-${finding.direction}`}>
            {formatAmount(finding.impact, currency)}
          </span>
        )}
      </div>
      <p className="finding-tags">
        <span className={`tone-${finding.direction}`}>{say(`direction.${finding.direction}`)}</span>
        <span>{say(`severity.${finding.severity}`)}</span>
        {finding.line === null ? null : <span>{say("finding.line", { line: finding.line })}</span>}
        {isDismissed ? <Badge tone="neutral">{say("finding.dismissed")}</Badge> : null}
      </p>
      <p className="finding-message">{sayFinding(finding)}</p>
      {isOpen ? <FindingDetails finding={finding} currency={currency} proof={proof} /> : null}
    </div>
  );
}

function FindingDetails({
  finding,
  currency,
  proof,
}: Pick<FindingCardProps, "finding" | "currency" | "proof">) {
  const alternative = sayAlternative(finding);
  return (
    <>
      <AgreedAndBilled finding={finding} />
      {finding.formula === null ? null : (
        <Detail title={say("finding.formula")}>
          <code className="finding-formula">{sayFormula(finding.formula)}</code>
        </Detail>
      )}
      {alternative === null ? null : <Detail title={say("finding.alternative")}>{alternative}</Detail>}
      <Detail title={say("finding.proposal")}>
        <strong>{say(`proposal.${finding.proposal.action}`)}</strong> {sayProposal(finding)}
      </Detail>
      {proof}
      <p className="finding-small">
        <span>{say("finding.confidence", { confidence: formatConfidence(finding.confidence) })}</span>
        <span>{toleranceText(finding, currency)}</span>
        <span title={finding.id}>
          {say("finding.check", { check: finding.check, version: finding.version })}
        </span>
      </p>
      {finding.blockedChecks.length === 0 ? null : (
        <p className="finding-small">
          {say("finding.blocked", {
            checks: formatList(finding.blockedChecks.map((check) => say(`check.${check}`))),
          })}
        </p>
      )}
    </>
  );
}

function Detail({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="finding-detail">
      <h4>{title}</h4>
      <p>{children}</p>
    </div>
  );
}

/** Both figures under each other with their decimals aligned, and the difference with its sign. */
function AgreedAndBilled({ finding }: { readonly finding: Finding }) {
  const { expected, found } = finding;
  if (expected === null && found === null) return null;
  // What rests on a clause is agreed and billed; what rests on arithmetic or other papers is expected and found.
  const isAgreed = finding.evidence.some((evidence) => evidence.role === "term");
  const difference = differenceOf(expected, found);
  return (
    <dl className="finding-figures">
      <div>
        <dt>{say(isAgreed ? "finding.agreed" : "finding.expected")}</dt>
        <dd>{formatFigure(expected)}</dd>
      </div>
      <div>
        <dt>{say(isAgreed ? "finding.billed" : "finding.found")}</dt>
        <dd>{formatFigure(found)}</dd>
      </div>
      {difference === null ? null : (
        <div className={`tone-${finding.direction}`}>
          <dt>{say("finding.difference")}</dt>
          <dd>{difference}</dd>
        </div>
      )}
    </dl>
  );
}

/** The difference where both sides are figures with the same words around them: "150.00 USD" and "165.00 USD". */
export function differenceOf(expected: string | null, found: string | null): string | null {
  const agreed = figureIn(expected);
  const billed = figureIn(found);
  if (agreed === null || billed === null || agreed.words !== billed.words) return null;
  const difference = subtract(decimal(billed.figure), decimal(agreed.figure));
  const text = formatDifference(decimalToText(difference), null);
  if (isZero(decimal(agreed.figure))) return text;
  return say("finding.differenceShare", { difference: text, percent: percentOf(difference, agreed.figure) });
}

/** A text that begins with a number and goes on with at most a unit: "150.00 USD", "38.0 h", never "PO-88120". */
function figureIn(text: string | null): { readonly figure: DecimalText; readonly words: string } | null {
  const match = /^(-?\d+(?:\.\d+)?)(%|(?: [^\d]*)?)$/.exec(text?.trim() ?? "");
  const figure = match?.[1];
  if (figure === undefined || !isDecimalText(figure)) return null;
  return { figure, words: match?.[2] ?? "" };
}

function formatFigure(text: string | null): string {
  if (text === null) return say("finding.none");
  const parts = figureIn(text);
  // A bare number may be a year or a count; only what has decimals or a unit is written like an amount.
  if (parts === null || (parts.words === "" && !parts.figure.includes("."))) return text;
  return `${formatQuantity(parts.figure)}${parts.words}`;
}

/** The share with its sign, one decimal, rounded half up on the magnitude. */
function percentOf(difference: Decimal, base: DecimalText): string {
  const share = multiplyFractions(divideFractions(absolute(difference), absolute(base)), fraction(100));
  const shown = formatQuantity(decimalToText(fractionToDecimal(share, 1, "half-up")));
  return `${isNegative(difference) ? "−" : "+"}${shown}`;
}

function toleranceText({ tolerance }: Finding, currency: string | null): string {
  if (tolerance === null || (isZero(tolerance.over) && isZero(tolerance.under)))
    return say("finding.noTolerance");
  return say("finding.tolerance", {
    over: formatAmount(tolerance.over, currency),
    under: formatAmount(tolerance.under, currency),
  });
}
