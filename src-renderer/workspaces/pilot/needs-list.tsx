import type { PilotState } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { hasMessage, say } from "../../locale/say.ts";
import { openScreen } from "../../state/window-view.ts";

/** Where each thing that a pilot needs is seen to. */
const places: Readonly<Record<string, () => void>> = {
  owner: () => document.getElementById("pilot-owner")?.focus(),
  segment: () => document.getElementById("pilot-segment")?.focus(),
  "own-company": () => openScreen("settings"),
  agreements: () => openScreen("documents"),
  "terms-confirmed": () => openScreen("agreements"),
  deliveries: () => openScreen("documents"),
  "invoices-matched": () => openScreen("readiness"),
  readable: () => openScreen("documents"),
  baseline: () => openScreen("pilot", "baseline"),
  "return-inputs": () => openScreen("measure", "return"),
};

/** What a pilot needs, as the workspace itself shows it; what lacks is a way to where it is seen to. */
export function NeedsList({ state }: { readonly state: PilotState }) {
  return (
    <section className="pilot-part">
      <h2>{say("pilot.needs")}</h2>
      <ul className="pilot-needs">
        {state.prerequisites.map(({ id, isMet, have, of }) => {
          const message = `pilot.need.${id}`;
          const words = hasMessage(message) ? say(message) : id;
          return (
            <li key={id}>
              <Sign tone={isMet ? "clear" : "open"} />
              {isMet ? (
                <span className="grow">{words}</span>
              ) : (
                <Button look="plain" className="grow pilot-need" onClick={places[id]}>
                  {words}
                </Button>
              )}
              <span className="soft">
                {have} / {of}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
