import { useEffect, useState } from "react";
import type { TermExample } from "../../../src-shared/model/index.ts";
import { callHost } from "../../host/door.ts";
import { saySentence } from "../../locale/say-sentence.ts";
import { say } from "../../locale/say.ts";
import { sayFormula } from "../../locale/say-formula.ts";

/** What a term means at its boundaries, computed as the checks compute it: what a person signs by confirming. */
export function TermExamples({ termId, version }: { readonly termId: string; readonly version: number }) {
  const [examples, setExamples] = useState<readonly TermExample[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void callHost("terms.examples", { termIds: [termId] }).then((result) => {
      if (isCurrent) setExamples(result.ok ? (result.value[0]?.examples ?? []) : []);
    });
    return () => {
      isCurrent = false;
    };
    // An edited term is another term to its examples.
  }, [termId, version]);
  if (examples.length === 0) return null;
  return (
    <table className="term-examples">
      <caption>{say("term.examples")}</caption>
      <tbody>
        {examples.map((example, at) => (
          <tr key={at} data-undecided={example.gives === null}>
            <th scope="row">{saySentence(example.when)}</th>
            <td>
              <strong>{example.gives === null ? say("term.exampleOpen") : saySentence(example.gives)}</strong>
              {example.formula === null ? null : (
                <code className="term-formula">{sayFormula(example.formula)}</code>
              )}
              {example.rivals.map((rival) => (
                <p key={rival.reading.code} className="soft">
                  {say("term.exampleRival", {
                    reading: saySentence(rival.reading),
                    gives: saySentence(rival.gives),
                  })}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
