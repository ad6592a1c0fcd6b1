import { useState } from "react";
import type { Finding, ReviewCase, Term } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { wordsOfTerm } from "../../locale/term-words.ts";
import { useAgreements } from "../../state/agreements.ts";
import { draftCorrection } from "../../state/drafts.ts";
import { assignAgreement, bindLine, judgeDuplicate } from "../../state/remedies.ts";

interface RemedyProps {
  readonly finding: Finding;
  readonly review: ReviewCase;
}

/** What a person can tell the program so that a finding settles itself: the agreement, the term, whether two are one. */
export function FindingRemedies({ finding, review }: RemedyProps) {
  const { check, line, relatedInvoiceId } = finding;
  if (check === "agreement.missing") return <AssignAgreement review={review} />;
  if ((check === "term.unbound" || check === "term.ambiguous") && line !== null) {
    return <BindLine key={line} line={line} review={review} />;
  }
  if (check === "duplicate.invoice" && relatedInvoiceId !== null) {
    const { id } = review.invoice;
    return (
      <>
        <Button onClick={() => void judgeDuplicate(id, relatedInvoiceId, "distinct")}>
          {say("remedy.isDistinct")}
        </Button>
        <Button onClick={() => void judgeDuplicate(id, relatedInvoiceId, "duplicate")}>
          {say("remedy.isDuplicate")}
        </Button>
      </>
    );
  }
  if (finding.proposal.action === "correct" && finding.severity !== "info")
    return <Button onClick={() => draftCorrection(review.invoice.id)}>{say("drafts.correct")}</Button>;
  return null;
}

function AssignAgreement({ review }: { readonly review: ReviewCase }) {
  const agreements = useAgreements((state) => state.list);
  const [chosen, setChosen] = useState("");
  return (
    <Choice
      label={say("remedy.agreement")}
      options={(agreements ?? []).map((agreement) => ({
        id: agreement.id,
        text: [agreement.number, agreement.title, agreement.buyer?.name].filter(Boolean).join(" · "),
      }))}
      chosen={chosen}
      onChoose={setChosen}
      action={say("remedy.assign")}
      onApply={() => void assignAgreement(review.invoice.id, chosen)}
    />
  );
}

const pricing: readonly Term["type"][] = [
  "rate",
  "fixed-fee",
  "tiers",
  "overage",
  "milestone",
  "deposit",
  "expenses",
  "surcharge",
  "schedule-of-values",
];

function BindLine({ line, review }: { readonly line: string; readonly review: ReviewCase }) {
  const near =
    review.match.lines.find((each) => each.lineId === line)?.candidates.map(({ termId }) => termId) ?? [];
  const [chosen, setChosen] = useState<string>(near[0] ?? "");
  const options = review.agreements
    .flatMap((agreement) =>
      agreement.terms
        .filter((term) => term.status !== "rejected" && pricing.includes(term.type))
        .map((term) => ({ id: term.id, text: wordsOfTerm(term, agreement.currency) })),
    )
    .sort((first, second) => Number(near.includes(second.id)) - Number(near.includes(first.id)));
  return (
    <Choice
      label={say("remedy.term", { line })}
      options={options}
      chosen={chosen}
      onChoose={setChosen}
      action={say("remedy.bind")}
      onApply={() => void bindLine(review.invoice.id, line, chosen)}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly action: string;
  readonly onApply: () => void;
}

function Choice({ label, options, chosen, onChoose, action, onApply }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <span className="row remedy">
      <select
        className="input"
        aria-label={label}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{label}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
      <Button disabled={chosen === ""} onClick={onApply}>
        {action}
      </Button>
    </span>
  );
}
