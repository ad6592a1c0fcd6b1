import { approveOffered } from "../../commands/decide-cases.ts";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { say } from "../../locale/say.ts";
import { useQueue } from "../../state/queue.ts";

/** Clear cases that the owner lets one key approve together; nothing before that phase is signed. */
export function OfferStrip() {
  const keyOf = useKeyLabel();
  const offered = useQueue((queue) => queue.offered);
  if (offered.length === 0) return null;
  return (
    <div className="selection-bar" role="region" aria-label={say("offer.label")}>
      <Sign tone="clear" />
      <span>{say("offer.text", { count: offered.length })}</span>
      <span className="grow" />
      <Button look="main" shortcut={keyOf("queue.approveOffered")} onClick={() => void approveOffered()}>
        {say("offer.approve", { count: offered.length })}
      </Button>
    </div>
  );
}
