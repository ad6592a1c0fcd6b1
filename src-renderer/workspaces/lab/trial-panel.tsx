import { useMemo } from "react";
import { checkIds } from "../../../src-shared/model/index.ts";
import type { CheckId } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import {
  addTolerance,
  compareRules,
  hasTrial,
  leaveOut,
  putBack,
  typedTolerances,
  useLab,
} from "../../state/lab.ts";
import { usePolicy } from "../../state/policy.ts";
import { ToleranceRow } from "./tolerance-row.tsx";
import { TrialResult } from "./trial-result.tsx";

/** All checks by their names, in the order of the names. */
export function useCheckChoices(): readonly { readonly id: CheckId; readonly title: string }[] {
  return useMemo(
    () =>
      checkIds
        .map((id) => ({ id, title: say(`check.${id}`) }))
        .sort((first, second) => first.title.localeCompare(second.title)),
    [],
  );
}

/** Tolerances to try, checks to leave out, and what that would have said. */
export function TrialPanel() {
  const typed = useLab((lab) => lab.typed);
  const without = useLab((lab) => lab.without);
  const trial = useLab((lab) => lab.trial);
  const busy = useLab((lab) => lab.busy);
  const policy = usePolicy((state) => state.policy);
  const choices = useCheckChoices();
  const tolerances = typedTolerances({ typed }, policy);
  const canTry = hasTrial({ typed, without }, policy);
  return (
    <>
      <form
        className="lab-part"
        onSubmit={(event) => {
          event.preventDefault();
          if (canTry) void compareRules();
        }}
      >
        <h2>{say("lab.tolerances")}</h2>
        <p className="soft">{say("lab.tolerancesHelp")}</p>
        {tolerances.length === 0 ? <p>{say("lab.noTolerances")}</p> : null}
        {tolerances.map((tolerance, at) => (
          <ToleranceRow key={at} at={at} tolerance={tolerance} choices={choices} />
        ))}
        <div className="row">
          <Button onClick={() => addTolerance("rate.over")}>{say("lab.add")}</Button>
        </div>
        <h2>{say("lab.without")}</h2>
        <p className="soft">{say("lab.withoutHelp")}</p>
        <div className="row lab-wrap">
          <select
            className="input lab-check"
            aria-label={say("lab.without")}
            value=""
            onChange={(event) => {
              const chosen = checkIds.find((id) => id === event.target.value);
              if (chosen !== undefined) leaveOut(chosen);
            }}
          >
            <option value="">{say("lab.chooseCheck")}</option>
            {choices
              .filter(({ id }) => !without.includes(id))
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
          {without.map((check) => (
            <button
              key={check}
              type="button"
              className="badge filter-chip"
              aria-label={say("lab.putBack", { check: say(`check.${check}`) })}
              onClick={() => putBack(check)}
            >
              {say(`check.${check}`)}
              <span aria-hidden="true">✕</span>
            </button>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="button" data-look="main" disabled={busy || !canTry}>
            {say("lab.compare")}
          </button>
          {canTry ? null : <span className="soft">{say("lab.nothingToTry")}</span>}
        </div>
      </form>
      {trial === null ? null : <TrialResult trial={trial} isOnlyTried={without.length > 0} />}
    </>
  );
}
