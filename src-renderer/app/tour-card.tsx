import { Button } from "../components/button.tsx";
import { say } from "../locale/say.ts";
import { lockWorkspace } from "../state/session.ts";
import { endTour, tourSteps, useTour } from "../state/tour.ts";

/** The step of the tour that is due; it goes on when its command has been run. */
export function TourCard() {
  const step = useTour((tour) => tour.step);
  if (step === null) return null;
  const at = tourSteps.indexOf(step) + 1;
  return (
    <aside className="tour-card" aria-label={say("command.tour")}>
      <div role="status">
        {step === "done" ? null : (
          <p className="soft">{say("tour.title", { at, total: tourSteps.length - 1 })}</p>
        )}
        <p>
          <strong>{say(`tour.${step}`)}</strong>
        </p>
      </div>
      <div className="row">
        <Button onClick={endTour}>{say("tour.skip")}</Button>
        {step === "done" ? (
          <Button
            look="main"
            onClick={() => {
              endTour();
              void lockWorkspace();
            }}
          >
            {say("tour.clean")}
          </Button>
        ) : null}
      </div>
    </aside>
  );
}
