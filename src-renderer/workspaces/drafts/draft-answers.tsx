import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { DraftRequest, ShownDraft } from "../../../src-shared/api/contract.ts";
import { outgoingLanguages, valueOf } from "../../../src-shared/model/index.ts";
import type { OutgoingLanguage } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { askForDraft, useDrafts } from "../../state/drafts.ts";

type Answers = NonNullable<DraftRequest["answers"]>;

/** What a person may say where no file does: always number, day and order; the rest where a gap asks for it. */
export function DraftAnswersForm({ draft }: { readonly draft: ShownDraft }) {
  const request = useDrafts((state) => state.request);
  const given: Answers = request?.answers ?? {};
  const [number, setNumber] = useState(given.number ?? "");
  const [issueDate, setIssueDate] = useState(given.issueDate ?? valueOf(draft.invoice.issueDate) ?? "");
  const [order, setOrder] = useState(given.orderReference ?? "");
  const [tax, setTax] = useState(given.taxRate ?? "");
  const [language, setLanguage] = useState<OutgoingLanguage>(request?.language ?? "en");
  const [figures, setFigures] = useState<Readonly<Record<string, string>>>({
    ...given.quantities,
    ...given.progress,
  });
  const [done, setDone] = useState<readonly string[]>(given.completed ?? []);
  if (request === null) return null;
  const itemsOf = (code: string, kept: Readonly<Record<string, string>> = {}): readonly string[] => [
    ...new Set([
      ...draft.gaps.filter((gap) => gap.code === code).map(({ facts }) => String(facts["item"] ?? "")),
      ...Object.keys(kept),
    ]),
  ];
  const counted = [
    ...new Set([
      ...itemsOf("drafting/quantity-unproven", given.quantities),
      ...itemsOf("drafting/quantity-unsaid"),
    ]),
  ];
  const inProgress = itemsOf("drafting/progress-unknown", given.progress);
  const undone = [...new Set([...itemsOf("drafting/completion-unproven"), ...(given.completed ?? [])])];
  const asksTax =
    given.taxRate !== undefined || draft.gaps.some(({ code }) => code === "drafting/tax-unsaid");
  const pick = (items: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      items.flatMap((item) => {
        const figure = (figures[item] ?? "").trim();
        return figure === "" ? [] : [[item, figure]];
      }),
    );
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const [quantities, progress] = [pick(counted), pick(inProgress)];
    const answers: Answers = {
      ...(number.trim() !== "" && { number: number.trim() }),
      ...(issueDate !== "" && { issueDate }),
      ...(order.trim() !== "" && { orderReference: order.trim() }),
      ...(tax.trim() !== "" && { taxRate: tax.trim() }),
      ...(Object.keys(quantities).length > 0 && { quantities }),
      ...(Object.keys(progress).length > 0 && { progress }),
      ...(done.length > 0 && { completed: [...done] }),
    };
    void askForDraft({ ...request, language, answers });
  };
  return (
    <form className="draft-answers" onSubmit={apply}>
      <h3>{say("drafts.answers")}</h3>
      <p className="soft">{say("drafts.answersHelp")}</p>
      <div className="draft-fields">
        <Field label={say("drafts.answer.number")} value={number} onChange={setNumber} />
        <Field label={say("drafts.answer.issueDate")} value={issueDate} onChange={setIssueDate} type="date" />
        <Field label={say("drafts.answer.orderReference")} value={order} onChange={setOrder} />
        {asksTax ? <Field label={say("drafts.answer.taxRate")} value={tax} onChange={setTax} /> : null}
        {counted.map((item) => (
          <Field
            key={item}
            label={say("drafts.answer.quantity", { item })}
            value={figures[item] ?? ""}
            onChange={(value) => setFigures((before) => ({ ...before, [item]: value }))}
          />
        ))}
        {inProgress.map((item) => (
          <Field
            key={item}
            label={say("drafts.answer.progress", { item })}
            value={figures[item] ?? ""}
            onChange={(value) => setFigures((before) => ({ ...before, [item]: value }))}
          />
        ))}
        {undone.map((item) => (
          <label key={item} className="row">
            <input
              type="checkbox"
              checked={done.includes(item)}
              onChange={({ target }) =>
                setDone((before) =>
                  target.checked ? [...before, item] : before.filter((each) => each !== item),
                )
              }
            />
            {say("drafts.answer.done", { item })}
          </label>
        ))}
        <label>
          {say("drafts.answer.language")}
          <select
            className="input"
            value={language}
            onChange={({ target }) =>
              setLanguage(outgoingLanguages.find((each) => each === target.value) ?? "en")
            }
          >
            {outgoingLanguages.map((each) => (
              <option key={each} value={each}>
                {say(`drafts.language.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Button onClick={apply}>{say("drafts.apply")}</Button>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date";
}

function Field({ label, value, onChange, type = "text" }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
