import { useState } from "react";
import type { FollowUp, MessageDraft, ShownReminder } from "../../../src-shared/api/contract.ts";
import { disputeReasons, outgoingLanguages } from "../../../src-shared/model/index.ts";
import type { DisputeReason, OutgoingLanguage } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatDate } from "../../locale/display.ts";
import { displayLanguage } from "../../locale/language.ts";
import { say } from "../../locale/say.ts";
import { sayFormula } from "../../locale/say-formula.ts";
import {
  copyDraft,
  noteHardship,
  openDispute,
  recordPromise,
  recordReminder,
} from "../../state/follow-up.ts";
import { OwnSchedules, ReminderSchedule } from "./reminder-schedule.tsx";

/** Drafted reminders, and what holds others back. */
export function Reminders({ list }: { readonly list: FollowUp }) {
  return (
    <>
      {list.reminders.length === 0 ? <p className="document-note">{say("followUp.noReminders")}</p> : null}
      {list.reminders.map((reminder) => (
        <Reminder key={`${reminder.customer} ${reminder.currency}`} reminder={reminder} plans={list.plans} />
      ))}
      <LateFees list={list} />
      <OwnSchedules plans={list.plans} />
      {list.stopped.length === 0 ? null : (
        <section>
          <h2>{say("followUp.stopped")}</h2>
          <ul className="stack">
            {list.stopped.map(({ item, because, until }) => (
              <li key={item.invoiceId} className="row">
                <span className="grow">
                  {item.number}, {item.customer}: {say(`followUp.because.${because}`)}
                  {until === null ? "" : ` ${say("followUp.until", { date: formatDate(until) })}`}
                </span>
                {because === "hardship" ? (
                  <Button onClick={() => void noteHardship(item.customer, null)}>
                    {say("followUp.endHardship")}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What confirmed clauses on late payment give today, each reading with its way; nothing without a clause. */
function LateFees({ list: { lateFees } }: { readonly list: FollowUp }) {
  if (lateFees.length === 0) return null;
  return (
    <section>
      <h2>{say("followUp.lateFees")}</h2>
      <ul className="stack">
        {lateFees.map(({ invoiceId, number, customer, currency, clause, readings }) => (
          <li key={invoiceId}>
            <p>
              {number}, {customer}: “{clause}”
            </p>
            <ul>
              {readings.map(({ method, amount, formula }) => (
                <li key={method}>
                  {say(`followUp.lateFee.${method}`)} <Money amount={amount} currency={currency} />{" "}
                  <span className="soft">{sayFormula(formula)}</span>
                </li>
              ))}
            </ul>
            {readings.length > 1 ? <p className="soft">{say("followUp.lateFeeChoose")}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reminder({
  reminder,
  plans,
}: {
  readonly reminder: ShownReminder;
  readonly plans: FollowUp["plans"];
}) {
  const { items } = reminder;
  const [language, setLanguage] = useState<OutgoingLanguage>(
    outgoingLanguages.find((each) => each === displayLanguage()) ?? "en",
  );
  const draft = reminder.drafts[language];
  const [promised, setPromised] = useState("");
  const invoiceIds = items.map(({ invoiceId }) => invoiceId);
  return (
    <article className="reminder-card">
      <header className="row">
        <h2 className="grow">{reminder.customer}</h2>
        <Badge
          tone={reminder.tone === "escalate" ? "over" : reminder.tone === "firm" ? "process" : "neutral"}
        >
          {say(`followUp.tone.${reminder.tone}`, { step: reminder.step })}
        </Badge>
        <Money amount={reminder.total} currency={reminder.currency} />
      </header>
      <details>
        <summary>{draft.subject}</summary>
        <pre className="reminder-text">{draft.body}</pre>
      </details>
      <ReminderSchedule customer={reminder.customer} plans={plans} />
      {draft.unbacked.length === 0 ? null : (
        <p role="alert">{say("followUp.unbacked", { sentence: draft.unbacked.join(" ") })}</p>
      )}
      <div className="row reminder-actions">
        <Button onClick={() => void copyDraft(draft)}>{say("followUp.copy")}</Button>
        <Button onClick={() => saveDraft(draft, reminder.customer)}>{say("followUp.saveMail")}</Button>
        <select
          className="input"
          aria-label={say("followUp.language")}
          value={language}
          onChange={(event) =>
            setLanguage(outgoingLanguages.find((each) => each === event.target.value) ?? language)
          }
        >
          {outgoingLanguages.map((each) => (
            <option key={each} value={each}>
              {say(`followUp.language.${each}`)}
            </option>
          ))}
        </select>
        <Button look="main" onClick={() => void recordReminder(reminder)}>
          {say("followUp.markSent")}
        </Button>
        <span className="grow" />
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (promised !== "") void recordPromise(invoiceIds, promised);
          }}
        >
          <input
            type="date"
            className="input"
            aria-label={say("followUp.promiseDate")}
            value={promised}
            onChange={(event) => setPromised(event.target.value)}
          />
          <button type="submit" className="button" disabled={promised === ""}>
            {say("followUp.promise")}
          </button>
        </form>
        <select
          className="input"
          aria-label={say("followUp.dispute")}
          value=""
          onChange={(event) => {
            const [id, reason] = event.target.value.split(" ");
            if (id !== undefined && reason !== undefined) void openDispute(id, reason as DisputeReason);
          }}
        >
          <option value="">{say("followUp.dispute")}</option>
          {items.flatMap((item) =>
            disputeReasons.map((reason) => (
              <option key={`${item.invoiceId} ${reason}`} value={`${item.invoiceId} ${reason}`}>
                {item.number}: {say(`followUp.reason.${reason}`)}
              </option>
            )),
          )}
        </select>
        <Button onClick={() => void noteHardship(reminder.customer, say("followUp.hardshipNote"))}>
          {say("followUp.hardship")}
        </Button>
      </div>
    </article>
  );
}

/** Hands the draft to the browser's downloads as a file that a mail program opens. */
function saveDraft(draft: MessageDraft, customer: string): void {
  const url = URL.createObjectURL(new Blob([draft.eml], { type: "message/rfc822" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${customer.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.eml`;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
