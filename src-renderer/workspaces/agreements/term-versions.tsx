import { useEffect, useState } from "react";
import type { RelatedTerm, Term, TermHistory, TermVersion } from "../../../src-shared/model/index.ts";
import { InlineDiff } from "../../components/inline-diff/inline-diff.tsx";
import { Badge } from "../../components/sign.tsx";
import { callHost } from "../../host/door.ts";
import { formatDate, formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { wordsOfPeriod, wordsOfTerm } from "../../locale/term-words.ts";
import { openAgreement, selectTerm } from "../../state/agreements.ts";

interface TermVersionsProps {
  readonly term: Term;
  readonly currency: string | null;
}

/** What the term has said before, and what other documents put in its place, each against the one before it. */
export function TermVersions({ term, currency }: TermVersionsProps) {
  const [history, setHistory] = useState<TermHistory | null>(null);
  const { id, version, status } = term;
  useEffect(() => {
    let isCurrent = true;
    void callHost("terms.versions", { termId: id }).then((result) => {
      if (isCurrent) setHistory(result.ok ? result.value : null);
    });
    return () => {
      isCurrent = false;
    };
    // A decision on the term makes another history.
  }, [id, version, status]);
  if (history === null || (history.versions.length < 2 && history.related.length === 0)) return null;
  const { versions, related } = history;
  return (
    <section className="term-versions" aria-label={say("versions.title")}>
      <h4>{say("versions.title")}</h4>
      <ol>
        {versions.length < 2
          ? null
          : versions.map((each, at) => (
              <li key={at}>
                <VersionLine
                  version={each}
                  before={versions.slice(0, at).findLast(({ state }) => state !== "taken-back") ?? null}
                  currency={currency}
                />
              </li>
            ))}
        {related.map((each) => (
          <li key={`${each.relation} ${each.term.id}`}>
            <RelatedLine related={each} own={term} currency={currency} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function VersionLine({
  version,
  before,
  currency,
}: {
  readonly version: TermVersion;
  readonly before: TermVersion | null;
  readonly currency: string | null;
}) {
  const { term, by, at, reason, state } = version;
  return (
    <>
      <p className="row">
        <span className="soft grow">
          {by === null || at === null
            ? say("versions.read", { version: term.version })
            : say("versions.set", { version: term.version, by, at: formatMoment(at) })}
        </span>
        <Badge tone={state === "current" ? "clear" : "neutral"}>{say(`versions.${state}`)}</Badge>
      </p>
      <p>
        {before === null ? (
          wholeWords(term, currency)
        ) : (
          <InlineDiff before={wholeWords(before.term, currency)} after={wholeWords(term, currency)} />
        )}
      </p>
      {reason === null ? null : <p className="soft">{reason}</p>}
    </>
  );
}

/** The other document's words against these: the older ones first, whichever of the two that is. */
function RelatedLine({
  related,
  own,
  currency,
}: {
  readonly related: RelatedTerm;
  readonly own: Term;
  readonly currency: string | null;
}) {
  const { relation, term, agreementId, agreement, from } = related;
  const [older, newer] = relation === "replaced-by" ? [own, term] : [term, own];
  return (
    <>
      <p className="soft">
        {say(from === null ? `versions.${relation}` : `versions.${relation}-from`, {
          agreement: agreement ?? say("agreement.unnamed"),
          from: from === null ? "" : formatDate(from),
        })}{" "}
        <button
          type="button"
          className="link"
          onClick={() => {
            openAgreement(agreementId);
            selectTerm(term.id);
          }}
        >
          {say("versions.open")}
        </button>
      </p>
      <p>
        <InlineDiff before={wordsOfTerm(older, currency)} after={wordsOfTerm(newer, currency)} />
      </p>
    </>
  );
}

const wholeWords = (term: Term, currency: string | null): string =>
  [wordsOfTerm(term, currency), wordsOfPeriod(term.from, term.to)].filter((part) => part !== null).join(", ");
