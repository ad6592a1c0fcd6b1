import { useEffect } from "react";
import { createPortal } from "react-dom";
import { say } from "../locale/say.ts";
import { formatDate } from "../locale/display.ts";
import { endPrint, usePrint } from "../state/print.ts";
import type { PrintJob } from "../state/print.ts";
import { useSession } from "../state/session.ts";
import { PrintedCase } from "./printed-case.tsx";
import "./print.css";

/** What goes to the printer: there only while it prints, and on no screen. */
export function PrintedReviews() {
  const job = usePrint((print) => print.job);
  return job === null ? null : createPortal(<PrintedPages job={job} />, document.body);
}

function PrintedPages({ job }: { readonly job: PrintJob }) {
  const status = useSession((session) => session.status);
  useEffect(() => {
    globalThis.addEventListener("afterprint", endPrint);
    // One frame later everything is laid out.
    const frame = requestAnimationFrame(() => globalThis.print());
    return () => {
      cancelAnimationFrame(frame);
      globalThis.removeEventListener("afterprint", endPrint);
    };
  }, [job]);
  const { cases, readings, verdict } = job;
  const [first] = cases;
  return (
    <article className="printed" lang={document.documentElement.lang}>
      <header>
        <h1>
          {cases.length === 1
            ? say("print.title", { about: first?.invoice.number?.value ?? say("invoice.unnumbered") })
            : say("print.batch", { count: cases.length })}
        </h1>
        <p>
          {say("print.lead", {
            workspace: status?.workspace.name ?? say("app.name"),
            date: formatDate(status?.asOf ?? ""),
            actor: status?.actor ?? "",
          })}
        </p>
      </header>
      {cases.map((review) => (
        <PrintedCase
          key={review.invoice.id}
          review={review}
          readings={readings}
          level={cases.length === 1 ? "only" : "one-of-many"}
        />
      ))}
      {verdict === null ? null : (
        <footer>
          <h2>{say("print.trail")}</h2>
          <p>
            {say(`audit.${verdict.state}`, {
              entries: verdict.entries,
              head: verdict.head ?? "",
              sequence: verdict.firstBadSequence ?? 0,
              because: verdict.because ?? "",
            })}
          </p>
          <p className="printed-hash">{verdict.head}</p>
        </footer>
      )}
    </article>
  );
}
