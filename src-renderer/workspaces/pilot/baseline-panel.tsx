import { useEffect, useRef, useState } from "react";
import type { PilotState } from "../../../src-shared/api/contract.ts";
import {
  decimal,
  decimalToText,
  divideFractions,
  fractionToDecimal,
} from "../../../src-shared/money/index.ts";
import { Button } from "../../components/button.tsx";
import { formatDate, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { importBaseline, recordEntry } from "../../state/pilot.ts";
import { useSession } from "../../state/session.ts";
import { sampleBaseline, saveEmptyBaseline } from "./baseline-list.ts";

const dateOf = (day: string | null): string => (day === null ? "–" : formatDate(day));

/** The cases before the pilot: imported, or timed. */
export function BaselinePanel({ state }: { readonly state: PilotState }) {
  const picker = useRef<HTMLInputElement>(null);
  const { baseline } = state;
  const isSample = useSession(({ status }) => status?.workspace.isSample === true);
  return (
    <>
      <p className="soft">{say("pilot.baselineLead")}</p>
      <div className="row">
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.xlsx,.xls,.ods,.txt"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void importBaseline(file);
            event.target.value = "";
          }}
        />
        <Button look="main" onClick={() => picker.current?.click()}>
          {say("pilot.importBaseline")}
        </Button>
        {isSample && baseline.length === 0 ? (
          <Button onClick={() => void importBaseline(sampleBaseline())}>{say("guide.sampleBaseline")}</Button>
        ) : null}
        <Button onClick={saveEmptyBaseline}>{say("guide.template")}</Button>
        <Button
          disabled={baseline.length === 0}
          onClick={() => void recordEntry({ type: "baseline-cleared" })}
        >
          {say("pilot.clearBaseline")}
        </Button>
      </div>
      <StopWatch />
      {baseline.length === 0 ? (
        <p className="soft">{say("pilot.baselineNone")}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              {(["number", "trigger", "sent", "due", "paid"] as const).map((name) => (
                <th key={name} scope="col">
                  {say(`pilot.column.${name}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {say("pilot.column.minutes")}
              </th>
              <th scope="col">{say("pilot.column.error")}</th>
            </tr>
          </thead>
          <tbody>
            {baseline.slice(0, 500).map((each, at) => (
              <tr key={`${each.number}-${at}`}>
                <td>{each.number}</td>
                <td>{dateOf(each.triggeredOn)}</td>
                <td>{dateOf(each.sentOn)}</td>
                <td>{dateOf(each.dueOn)}</td>
                <td>{dateOf(each.paidOn)}</td>
                <td className="number">{each.minutes === null ? "–" : formatQuantity(each.minutes)}</td>
                <td>{each.hadError === null ? "–" : say(each.hadError ? "pilot.yes" : "pilot.no")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Times one case after the other, as it is done today. */
function StopWatch() {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const [number, setNumber] = useState("");
  useEffect(() => {
    if (startedAt === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [startedAt]);
  const seconds = startedAt === null ? 0 : Math.max(0, Math.floor((now - startedAt) / 1000));
  const stop = (hadError: boolean): void => {
    if (startedAt === null) return;
    const spent = Math.max(1, Math.round((Date.now() - startedAt) / 1000));
    const minutes = decimalToText(
      fractionToDecimal(divideFractions(decimal(String(spent)), decimal("60")), 2),
    );
    setStartedAt(null);
    setNumber("");
    void recordEntry({
      type: "baseline",
      source: "stop-watch",
      cases: [
        {
          number: number.trim() || "–",
          triggeredOn: null,
          sentOn: null,
          dueOn: null,
          paidOn: null,
          minutes,
          hadError,
        },
      ],
    });
  };
  return (
    <section className="pilot-part">
      <h2>{say("pilot.stopWatch")}</h2>
      <div className="row">
        <label className="row">
          {say("pilot.stopWatchNumber")}
          <input
            className="input"
            value={number}
            maxLength={100}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        {startedAt === null ? (
          <Button
            onClick={() => {
              setNow(Date.now());
              setStartedAt(Date.now());
            }}
          >
            {say("pilot.start")}
          </Button>
        ) : (
          <>
            <output className="pilot-clock">
              {say("pilot.running", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
            </output>
            <Button onClick={() => stop(false)}>{say("pilot.stopFine")}</Button>
            <Button onClick={() => stop(true)}>{say("pilot.stopError")}</Button>
          </>
        )}
      </div>
    </section>
  );
}
