import { useId, useState } from "react";
import type { FormEvent } from "react";
import { isDecimalText, parseDecimalText } from "../../../src-shared/money/index.ts";
import type { Term } from "../../../src-shared/model/index.ts";
import { AmountInput } from "../../components/amount-input.tsx";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { nameOfPart } from "../../locale/code-words.ts";
import { editTerm, storeTerm } from "../../state/agreements.ts";
import { BlastRadius } from "./blast-radius.tsx";
import { useBlastRadius } from "./use-blast-radius.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Edits the value of a term field by field; the shape stays, and a number stays a number. */
export function TermEditor({ term }: { readonly term: Term }) {
  const [value, setValue] = useState(term.value as unknown as Json);
  const [from, setFrom] = useState(term.from ?? "");
  const [to, setTo] = useState(term.to ?? "");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  const original = term.value as unknown as Json;
  const fault = findFault(original, value, []);
  const change = {
    termType: term.type,
    value: withCanonicalNumbers(original, value) as Record<string, unknown>,
    from: from === "" ? null : from,
    to: to === "" ? null : to,
  };
  const isChanged =
    JSON.stringify([value, from, to]) !== JSON.stringify([original, term.from ?? "", term.to ?? ""]);
  const { radius, isComparing, compare } = useBlastRadius(
    term.id,
    fault === null && isChanged ? change : null,
  );

  const store = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (fault !== null) return setProblem(say("terms.notANumber", { field: nameOfPart(fault) }));
    // What a correction does to invoices is seen before it counts; where it does nothing there is nothing to see.
    if (radius === null && isChanged) {
      const found = await compare();
      if (found === null || found.invoices.length > 0) return;
    }
    const error = await storeTerm({
      termId: term.id,
      ...change,
      reason: reason.trim() === "" ? null : reason.trim(),
    });
    setProblem(error?.message ?? null);
  };

  return (
    <form className="term-editor" aria-label={say("terms.editor")} onSubmit={(event) => void store(event)}>
      <JsonField path={[]} original={term.value as unknown as Json} value={value} onChange={setValue} />
      <div className="row">
        <DateField label={say("terms.from")} value={from} onChange={setFrom} />
        <DateField label={say("terms.until")} value={to} onChange={setTo} />
      </div>
      <label className="field">
        <span className="label">{say("terms.reason")}</span>
        <input className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {problem === null ? null : (
        <p className="sentence" role="alert">
          {problem}
        </p>
      )}
      {radius === null ? null : <BlastRadius radius={radius} />}
      {isComparing ? (
        <p className="soft" role="status">
          {say("radius.comparing")}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="button" data-look="main">
          {say("terms.store")}
        </button>
        <Button onClick={() => editTerm(null)}>{say("dialog.cancel")}</Button>
      </div>
    </form>
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="field grow">
      <span className="label">{label}</span>
      <input className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

interface JsonFieldProps {
  readonly path: readonly string[];
  readonly original: Json | undefined;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

function JsonField({ path, original, value, onChange }: JsonFieldProps) {
  const name = nameOfPart(path.at(-1) ?? "");
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return (
      <fieldset className="term-group">
        <legend>{name}</legend>
        {items.map((item, at) => (
          <JsonField
            key={at}
            path={[...path, String(at + 1)]}
            original={(original as readonly Json[] | undefined)?.[at]}
            value={item}
            onChange={(next) => onChange(items.map((each, index) => (index === at ? next : each)))}
          />
        ))}
      </fieldset>
    );
  }
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value);
    return (
      <div className={path.length === 0 ? "term-fields" : "term-fields term-row"}>
        {entries.map(([key, inner]) => (
          <JsonField
            key={key}
            path={[...path, key]}
            original={(original as { readonly [key: string]: Json } | undefined)?.[key]}
            value={inner}
            onChange={(next) => onChange({ ...(value as { readonly [key: string]: Json }), [key]: next })}
          />
        ))}
      </div>
    );
  }
  if (typeof value === "boolean") {
    return (
      <label className="row term-check">
        <input type="checkbox" checked={value} onChange={() => onChange(!value)} />
        {name}
      </label>
    );
  }
  if (typeof original === "string" && isDecimalText(original))
    return <AmountField name={name} value={String(value)} onChange={onChange} />;
  return (
    <label className="field">
      <span className="label">{name}</span>
      <input
        className="input"
        value={value === null ? "" : String(value)}
        inputMode={typeof original === "number" ? "numeric" : "text"}
        onChange={(event) =>
          onChange(event.target.value === "" && original === null ? null : event.target.value)
        }
      />
    </label>
  );
}

function AmountField({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <AmountInput id={id} value={value} onChange={onChange} />
    </div>
  );
}

const isNumeric = (original: Json | undefined): boolean =>
  typeof original === "number" || (typeof original === "string" && isDecimalText(original));

/** The first field that held a number and holds none now. */
function findFault(original: Json | undefined, value: Json, path: readonly string[]): string | null {
  if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      const fault = findFault(
        (original as { readonly [key: string]: Json } | undefined)?.[key],
        inner as Json,
        [...path, key],
      );
      if (fault !== null) return fault;
    }
    return null;
  }
  if (!isNumeric(original)) return null;
  const parsed = parseDecimalText(String(value).trim());
  const isWhole = parsed.ok && /^-?\d+$/.test(parsed.value);
  const isFine = typeof original === "number" ? isWhole : parsed.ok;
  return isFine ? null : (path.at(-1) ?? "");
}

function withCanonicalNumbers(original: Json | undefined, value: Json): Json {
  if (Array.isArray(value)) {
    return value.map((item, at) =>
      withCanonicalNumbers((original as readonly Json[] | undefined)?.[at], item as Json),
    );
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        withCanonicalNumbers(
          (original as { readonly [key: string]: Json } | undefined)?.[key],
          inner as Json,
        ),
      ]),
    );
  }
  if (typeof original === "number") return Number(value);
  if (!isNumeric(original)) return value;
  const parsed = parseDecimalText(String(value).trim());
  return parsed.ok ? parsed.value : value;
}
