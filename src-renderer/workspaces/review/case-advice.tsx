import type { Advice } from "../../../src-shared/model/index.ts";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { say } from "../../locale/say.ts";

const tones: Readonly<Record<Advice["verdict"], Tone>> = { clear: "clear", look: "open", hold: "blocked" };

/** What the program would do with the case, and which published conditions keep it from doing so alone. */
export function CaseAdvice({ advice }: { readonly advice: Advice | null }) {
  if (advice === null) return null;
  const { verdict, unmet } = advice;
  return (
    <p className="case-advice one-line">
      <Badge tone={tones[verdict]}>{say("advice.title", { verdict: say(`pilot.verdict.${verdict}`) })}</Badge>{" "}
      <span className="soft">
        {unmet.length === 0
          ? say("advice.alone")
          : say("pilot.keptBy", {
              conditions: unmet.map((each) => say(`pilot.condition.${each}`)).join("; "),
            })}
      </span>
    </p>
  );
}
