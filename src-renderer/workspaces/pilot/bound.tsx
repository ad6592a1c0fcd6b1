import type { PilotStanding } from "../../../src-shared/pilot/index.ts";
import { displayLanguage } from "../../locale/language.ts";
import { say } from "../../locale/say.ts";

/** The bound on wrong clearances, as a sentence that can be signed. */
export function Bound({ standing }: { readonly standing: PilotStanding }) {
  const { count, wrong, bound } = standing.clearances;
  return (
    <p className="pilot-bound">
      {bound === null
        ? say("pilot.noBound")
        : say("pilot.bound", {
            count,
            wrong,
            percent: new Intl.NumberFormat(displayLanguage(), {
              style: "percent",
              maximumFractionDigits: 1,
            }).format(bound),
          })}{" "}
      <span className="soft">{say("pilot.boundSteps")}</span>
    </p>
  );
}
