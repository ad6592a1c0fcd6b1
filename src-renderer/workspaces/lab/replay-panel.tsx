import type { ReplayedApproval } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { replayApprovals, useLab } from "../../state/lab.ts";
import { openCase } from "../../state/review.ts";

const tones: Readonly<Record<ReplayedApproval["is"], Tone>> = {
  same: "clear",
  differs: "blocked",
  gone: "open",
};
/** What needs a look comes first. */
const order: readonly ReplayedApproval["is"][] = ["differs", "gone", "same"];

/** Every approval, computed again, and whether it came out as it was given. */
export function ReplayPanel() {
  const replayed = useLab((lab) => lab.replayed);
  const busy = useLab((lab) => lab.busy);
  const count = (is: ReplayedApproval["is"]): number =>
    replayed?.filter((approval) => approval.is === is).length ?? 0;
  return (
    <section className="lab-part">
      <p className="soft">{say("lab.replayHelp")}</p>
      <div className="row">
        <Button look="main" disabled={busy} onClick={() => void replayApprovals()}>
          {say("lab.replay")}
        </Button>
      </div>
      {replayed === null ? null : (
        <p role="status">
          <strong>
            {replayed.length === 0
              ? say("lab.noApprovals")
              : say("lab.replayed", {
                  same: count("same"),
                  differs: count("differs"),
                  gone: count("gone"),
                  total: replayed.length,
                })}
          </strong>
        </p>
      )}
      {replayed === null || replayed.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say("lab.outcome")}</th>
              <th scope="col">{say("column.number")}</th>
              <th scope="col">{say("lab.by")}</th>
              <th scope="col">{say("lab.at")}</th>
              <th scope="col">{say("lab.changed")}</th>
            </tr>
          </thead>
          <tbody>
            {order
              .flatMap((is) => replayed.filter((approval) => approval.is === is))
              .map((approval) => (
                <tr key={`${approval.invoiceId} ${approval.at}`}>
                  <td>
                    <Badge tone={tones[approval.is]}>{say(`lab.is.${approval.is}`)}</Badge>
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link"
                      disabled={approval.is === "gone"}
                      onClick={() => void openCase(approval.invoiceId)}
                    >
                      {approval.number ?? say("invoice.unnumbered")}
                    </button>
                  </td>
                  <td>{approval.by}</td>
                  <td>{formatMoment(approval.at)}</td>
                  <td>{approval.changed.map((part) => say(`lab.part.${part}`)).join(", ") || "–"}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
