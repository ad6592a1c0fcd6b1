import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import type { Agreement, Term } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatConfidence } from "../../locale/display.ts";
import { hasMessage, say } from "../../locale/say.ts";
import { wordsOfCode } from "../../locale/code-words.ts";
import { wordsOfPeriod, wordsOfTerm } from "../../locale/term-words.ts";
import { confirmTerms, editTerm, rejectTerms, selectTerm, useAgreements } from "../../state/agreements.ts";
import { TermExamples } from "./term-examples.tsx";
import { TermVersions } from "./term-versions.tsx";
import { TermEditor } from "./term-editor.tsx";

const toneOfStatus: Readonly<Record<Term["status"], Tone>> = {
  proposed: "open",
  confirmed: "clear",
  rejected: "neutral",
};

/** The terms of one agreement in words, in the order of the document. */
export function TermSheet({ agreement, edge }: { readonly agreement: Agreement; readonly edge: ReactNode }) {
  const keyOf = useKeyLabel();
  const termId = useAgreements((state) => state.termId);
  const editing = useAgreements((state) => state.editing);
  const list = useRef<HTMLDivElement>(null);
  const proposed = agreement.terms.filter((term) => term.status === "proposed");

  useEffect(() => {
    list.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [termId]);

  return (
    <section className="term-sheet" aria-label={say("agreement.terms")} data-pane="2" tabIndex={-1}>
      {edge}
      <header className="screen-head">
        <div className="grow">
          <h1 className="one-line">{agreement.title ?? agreement.number ?? say("agreement.unnamed")}</h1>
          <p className="soft one-line">{partiesOf(agreement)}</p>
        </div>
        {proposed.length === 0 ? null : (
          <Button
            look="main"
            shortcut={keyOf("terms.confirmAll")}
            onClick={() => void confirmTerms(proposed.map((term) => term.id))}
          >
            {say("terms.confirmAll", { count: proposed.length })}
          </Button>
        )}
      </header>
      <div ref={list} className="term-list" tabIndex={0} role="region" aria-label={say("agreement.termList")}>
        <Gaps agreement={agreement} />
        <ul className="stack">
          {agreement.terms.map((term) => (
            <li key={term.id} className="term-item" data-selected={term.id === termId}>
              <TermCard term={term} currency={agreement.currency} isSelected={term.id === termId} />
              {editing === term.id ? <TermEditor key={term.id} term={term} /> : null}
            </li>
          ))}
        </ul>
        {agreement.terms.length === 0 ? <p className="document-note">{say("terms.none")}</p> : null}
      </div>
    </section>
  );
}

function TermCard({
  term,
  currency,
  isSelected,
}: {
  readonly term: Term;
  readonly currency: string | null;
  readonly isSelected: boolean;
}) {
  const period = wordsOfPeriod(term.from, term.to);
  const keyOf = useKeyLabel();
  return (
    <div className="term" data-status={term.status}>
      <div className="row">
        <span className="soft grow">{say(`term.type.${term.type}`)}</span>
        <Badge tone={toneOfStatus[term.status]}>{say(`termStatus.${term.status}`)}</Badge>
      </div>
      {isSelected ? null : (
        <button
          type="button"
          className="finding-select"
          aria-label={wordsOfTerm(term, currency)}
          onClick={() => selectTerm(term.id)}
        />
      )}
      <p className="term-words">{wordsOfTerm(term, currency)}</p>
      {period === null ? null : <p className="soft">{period}</p>}
      {term.questions?.map((question) => (
        <p key={question} className="term-question">
          {sentenceOf(question)}
        </p>
      ))}
      {term.remainder === undefined ? null : (
        <p className="term-question">{say("term.remainder", { text: term.remainder })}</p>
      )}
      {isSelected ? (
        <>
          {term.evidence.slice(0, 3).map((evidence, at) => (
            <q key={at} className="term-quote">
              {evidence.quote}
            </q>
          ))}
          {term.conditions?.map((condition) => (
            <p key={condition} className="soft">
              {say("term.condition", { condition })}
            </p>
          ))}
          <TermExamples termId={term.id} version={term.version} />
          <TermVersions term={term} currency={currency} />
          <p className="finding-small soft">
            {say("term.basis", {
              basis: say(`basis.${term.basis}`),
              confidence: formatConfidence(term.confidence),
              version: term.version,
            })}
          </p>
          <div className="row">
            <Button
              look={term.status === "proposed" ? "main" : "standard"}
              shortcut={keyOf("terms.confirm")}
              onClick={() => void confirmTerms([term.id])}
            >
              {say("terms.confirm")}
            </Button>
            <Button shortcut={keyOf("terms.edit")} onClick={() => editTerm(term.id)}>
              {say("terms.edit")}
            </Button>
            <Button shortcut={keyOf("terms.reject")} onClick={() => void rejectTerms([term.id])}>
              {say("terms.reject")}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

/** What the text leaves open and a check will need. */
function Gaps({ agreement }: { readonly agreement: Agreement }) {
  if (agreement.gaps.length === 0 && agreement.residue.length === 0) return null;
  return (
    <div className="term-gaps">
      <h2>{say("agreement.gaps")}</h2>
      <ul>
        {agreement.gaps.map((gap, at) => (
          <li key={at}>{sentenceOf(gap.code, gap.facts)}</li>
        ))}
        {agreement.residue.length === 0 ? null : (
          <li>{say("agreement.residueCount", { count: agreement.residue.length })}</li>
        )}
      </ul>
    </div>
  );
}

/** The sentence of a code; one that the catalogue does not know is still shown, in its own words. */
function sentenceOf(code: string, facts: Readonly<Record<string, string>> = {}): string {
  const [name = code, ...details] = code.split(/:\s*/);
  const id = `question.${name}`;
  const known = hasMessage(id) ? say(id, facts) : say("gap.open", { what: wordsOfCode(name) });
  const rest = [...details, ...(hasMessage(id) ? [] : Object.values(facts))];
  return rest.length === 0 ? known : say("gap.detail", { known, detail: rest.join(", ") });
}

function partiesOf(agreement: Agreement): string {
  const { seller, buyer, parties } = agreement;
  if (seller === null && buyer === null) return parties.map((party) => party.name).join(", ");
  return say("agreement.parties", { seller: seller?.name ?? "?", buyer: buyer?.name ?? "?" });
}
