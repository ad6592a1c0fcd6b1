import { checkIds } from "../../../src-shared/model/index.ts";
import type { CheckId } from "../../../src-shared/model/index.ts";
import { AmountInput } from "../../components/amount-input.tsx";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { changeTolerance, removeTolerance, toleranceFields } from "../../state/lab.ts";
import type { ToleranceSide, TypedTolerance } from "../../state/lab.ts";

interface ToleranceRowProps {
  readonly at: number;
  readonly tolerance: TypedTolerance;
  readonly choices: readonly { readonly id: CheckId; readonly title: string }[];
}

const sides: readonly ToleranceSide[] = ["over", "under"];

/** One tolerance: whose differences it allows, for which customer, and how much in each direction. */
export function ToleranceRow({ at, tolerance, choices }: ToleranceRowProps) {
  const { check, scope } = tolerance;
  const place = at + 1;
  return (
    <fieldset className="lab-tolerance">
      <legend className="hidden-text">{say("lab.group", { at: place })}</legend>
      <div className="row">
        <select
          className="input lab-check"
          aria-label={say("lab.check", { at: place })}
          value={check}
          onChange={(event) => {
            const chosen = checkIds.find((id) => id === event.target.value);
            if (chosen !== undefined) changeTolerance(at, { check: chosen });
          }}
        >
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <input
          className="input grow"
          aria-label={say("lab.customer", { at: place })}
          placeholder={say("lab.anyCustomer")}
          value={scope.customer ?? ""}
          onChange={(event) => changeTolerance(at, { scope: scopeWith(scope, event.target.value) })}
        />
        {scope.agreement === undefined && scope.line === undefined ? null : (
          <span className="soft">{[scope.agreement, scope.line].filter(Boolean).join(" · ")}</span>
        )}
        <Button
          look="plain"
          aria-label={say("lab.remove", { at: place })}
          onClick={() => removeTolerance(at)}
        >
          ✕
        </Button>
      </div>
      {sides.map((side) => (
        <div key={side} className="row lab-side">
          <span className="lab-direction">{say(`lab.${side}`)}</span>
          {toleranceFields.map((field) => (
            <span key={field} className="row">
              <span className="soft">{say(`lab.${field}`)}</span>
              <AmountInput
                className="lab-number"
                name={say("lab.field", {
                  direction: say(`lab.${side}`),
                  field: say(`lab.${field}`),
                })}
                value={tolerance[side][field]}
                onChange={(amount) =>
                  changeTolerance(at, { [side]: { ...tolerance[side], [field]: amount } })
                }
              />
            </span>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function scopeWith(scope: TypedTolerance["scope"], customer: string): TypedTolerance["scope"] {
  const { customer: _former, ...others } = scope;
  return customer.trim() === "" ? others : { ...others, customer };
}
