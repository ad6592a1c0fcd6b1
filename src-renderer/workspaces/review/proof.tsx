import type { Evidence } from "../../../src-shared/model/index.ts";
import { say } from "../../locale/say.ts";
import { showEvidence } from "../../state/review.ts";
import { placeOf } from "./place-words.ts";
import { groupEvidence } from "./group-evidence.ts";

const shownAtOnce = 6;

interface ProofProps {
  readonly evidence: readonly Evidence[];
  readonly nameOf: (documentId: string) => string;
}

/** The quotes behind a finding, each with its document; a quote opens its place. */
export function Proof({ evidence, nameOf }: ProofProps) {
  const groups = groupEvidence(evidence);
  if (groups.length === 0) return null;
  const rest = groups.slice(shownAtOnce);
  return (
    <>
      <ul className="proof">
        {groups.slice(0, shownAtOnce).map((group, at) => (
          <Quote key={at} group={group} nameOf={nameOf} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details className="proof-rest">
          <summary>{say("proof.more", { count: rest.length })}</summary>
          <ul className="proof">
            {rest.map((group, at) => (
              <Quote key={at} group={group} nameOf={nameOf} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Quote({
  group,
  nameOf,
}: {
  readonly group: readonly Evidence[];
  readonly nameOf: ProofProps["nameOf"];
}) {
  const [first] = group;
  if (first === undefined) return null;
  return (
    <li>
      <button type="button" className="proof-quote" onClick={() => showEvidence(first)}>
        <span className="proof-role one-line">
          {say("proof.place", {
            role: say(`proof.${first.role}`),
            name: nameOf(first.documentId),
            place: placeOf(first.at, group.length > 1 ? "several" : "one"),
          })}
        </span>
        <q>{group.map(({ quote }) => quote).join(" · ")}</q>
      </button>
    </li>
  );
}
