import { useId, useState } from "react";
import type { FormEvent } from "react";
import { isDecimalText } from "../../../src-shared/money/index.ts";
import type { OwnerRule, Policy } from "../../../src-shared/model/index.ts";
import { AmountInput, unclearAmount } from "../../components/amount-input.tsx";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { changePolicy, usePolicy } from "../../state/policy.ts";
import { showToast } from "../../state/toasts.ts";
import { Lines } from "./settings-fields.tsx";

/** What the owner of the workspace sets: who decides, who owns which cases, and who "we" are. */
export function PolicyForm() {
  const policy = usePolicy((state) => state.policy);
  const error = usePolicy((state) => state.error);
  if (policy === null) return null;
  return <Fields key={JSON.stringify(policy)} policy={policy} error={error?.message ?? null} />;
}

const filled = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== "");

function Fields({ policy, error }: { readonly policy: Policy; readonly error: string | null }) {
  const [limit, setLimit] = useState<string>(policy.fourEyesAbove ?? "");
  const [variance, setVariance] = useState<string>(policy.variancePercent);
  const [bank, setBank] = useState(policy.fourEyesForBankChanges);
  const [roles, setRoles] = useState<readonly string[]>(policy.roles);
  const [owners, setOwners] = useState<readonly OwnerRule[]>(policy.owners);
  const [names, setNames] = useState<readonly string[]>(policy.ownCompany.names);
  const [accounts, setAccounts] = useState<readonly string[]>(policy.approvedBankAccounts);
  const [numbers, setNumbers] = useState<string>(policy.invoiceNumbers ?? "");
  const [busy, setBusy] = useState(false);
  const ids = { limit: useId(), variance: useId(), numbers: useId() };

  const store = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void changePolicy({
      fourEyesAbove: (limit === "" ? null : limit) as Policy["fourEyesAbove"],
      variancePercent: variance as Policy["variancePercent"],
      fourEyesForBankChanges: bank,
      roles: filled(roles),
      owners: owners.filter(({ role }) => role.trim() !== ""),
      ownCompany: { ...policy.ownCompany, names: filled(names) },
      approvedBankAccounts: filled(accounts),
      invoiceNumbers: numbers.trim() === "" ? null : numbers.trim(),
    }).then((isKept) => {
      setBusy(false);
      if (isKept) showToast({ tone: "done", text: say("settings.stored"), action: null });
    });
  };
  return (
    <form className="settings-part" onSubmit={store}>
      <h2>{say("settings.workspace")}</h2>
      <div className="settings-row">
        <label htmlFor={ids.limit}>{say("settings.fourEyesAbove")}</label>
        <AmountInput
          id={ids.limit}
          className="settings-short"
          placeholder={say("settings.never")}
          value={limit}
          onChange={setLimit}
        />
      </div>
      <label className="settings-check">
        <input type="checkbox" checked={bank} onChange={() => setBank(!bank)} />
        {say("settings.fourEyesBank")}
      </label>
      <div className="settings-row">
        <label htmlFor={ids.variance}>{say("settings.variance")}</label>
        <AmountInput id={ids.variance} className="settings-short" value={variance} onChange={setVariance} />
      </div>
      <Lines
        label={say("settings.roles")}
        help={say("settings.rolesHelp")}
        lines={roles}
        onLines={setRoles}
      />
      <OwnerRules rules={owners} roles={filled(roles)} onRules={setOwners} />
      <Lines
        label={say("settings.company")}
        help={say("settings.companyHelp")}
        lines={names}
        onLines={setNames}
      />
      <div className="settings-row">
        <label htmlFor={ids.numbers}>{say("settings.invoiceNumbers")}</label>
        <input
          id={ids.numbers}
          className="input settings-short"
          value={numbers}
          onChange={(event) => setNumbers(event.target.value)}
        />
        <p className="help soft">{say("settings.invoiceNumbersHelp", { form: "INV-{year}-{0000}" })}</p>
      </div>
      <Lines
        label={say("settings.accounts")}
        help={say("settings.accountsHelp")}
        lines={accounts}
        onLines={setAccounts}
      />
      {error === null ? null : (
        <p className="sentence" role="alert">
          {error}
        </p>
      )}
      <div className="row">
        <button
          type="submit"
          className="button"
          data-look="main"
          disabled={busy || limit === unclearAmount || !isDecimalText(variance)}
        >
          {say("settings.storePolicy")}
        </button>
      </div>
    </form>
  );
}

interface OwnerRulesProps {
  readonly rules: readonly OwnerRule[];
  readonly roles: readonly string[];
  readonly onRules: (rules: readonly OwnerRule[]) => void;
}

/** Which role a case belongs to: the first rule that fits. */
function OwnerRules({ rules, roles, onRules }: OwnerRulesProps) {
  const change = (at: number, next: Partial<OwnerRule>): void =>
    onRules(rules.map((rule, index) => (index === at ? { ...rule, ...next } : rule)));
  const orNull = (text: string): string | null => (text.trim() === "" ? null : text);
  return (
    <fieldset className="settings-rules">
      <legend>{say("settings.owners")}</legend>
      <p className="help soft">{say("settings.ownersHelp", { role: roles[0] ?? "" })}</p>
      {rules.map((rule, at) => (
        <div key={at} className="row">
          <input
            className="input"
            aria-label={say("settings.ownerCustomer", { at: at + 1 })}
            placeholder={say("settings.anyCustomer")}
            value={rule.customer ?? ""}
            onChange={(event) => change(at, { customer: orNull(event.target.value) })}
          />
          <input
            className="input"
            aria-label={say("settings.ownerCheck", { at: at + 1 })}
            placeholder={say("settings.anyCheck")}
            value={rule.check ?? ""}
            onChange={(event) => change(at, { check: orNull(event.target.value) })}
          />
          <select
            className="input"
            aria-label={say("settings.ownerRole", { at: at + 1 })}
            value={rule.role}
            onChange={(event) => change(at, { role: event.target.value })}
          >
            {[...new Set([...roles, rule.role])].map((role) => (
              <option key={role}>{role}</option>
            ))}
          </select>
          <Button
            look="plain"
            aria-label={say("settings.removeRule", { at: at + 1 })}
            onClick={() => onRules(rules.filter((_rule, index) => index !== at))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button onClick={() => onRules([...rules, { customer: null, check: null, role: roles[0] ?? "" }])}>
        {say("settings.addRule")}
      </Button>
    </fieldset>
  );
}
