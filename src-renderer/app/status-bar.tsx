import { useEffect, useState } from "react";
import { useKeyLabel } from "../commands/use-key-label.ts";
import { Button } from "../components/button.tsx";
import { Sign } from "../components/sign.tsx";
import { formatCount, formatSize } from "../locale/display.ts";
import { say } from "../locale/say.ts";
import { cancelJob, dismissJob, secondsLeft, useJobs } from "../state/jobs.ts";
import type { Job } from "../state/jobs.ts";
import { useSession } from "../state/session.ts";
import { openOverlay } from "../state/window-view.ts";
import { WindowMenu } from "./window-menu.tsx";

/** The bottom line: what runs, that nothing left the machine, and where help is. Always in the same place. */
export function StatusBar() {
  const keyOf = useKeyLabel();
  const status = useSession((session) => session.status);
  const jobs = useJobs((state) => state.jobs);
  return (
    <footer className="status-bar">
      <span className="silence" title={say("silence.text")}>
        <Sign tone={status === null || status.bytesSent === 0 ? "clear" : "over"} />
        {say("silence.sent", { size: formatSize(status?.bytesSent ?? 0) })}
      </span>
      <div className="jobs" role="status" aria-live="polite">
        {jobs.map((job) => (
          <JobLine key={job.callId} job={job} />
        ))}
      </div>
      <span className="grow" />
      {status === null ? null : <span className="soft">{status.actor}</span>}
      <Button look="plain" shortcut={keyOf("help.open")} onClick={() => openOverlay("help")}>
        {say("command.help")}
      </Button>
      <WindowMenu />
    </footer>
  );
}

function JobLine({ job }: { readonly job: Job }) {
  const now = useNow(job.state === "running");
  const left = secondsLeft(job, now);
  const { progress } = job;
  const isOver = job.state !== "running" && job.state !== "cancelling";
  return (
    <div className="job" data-state={job.state}>
      <span className="one-line job-title">{job.title}</span>
      {isOver ? (
        <span className="one-line">{job.error?.message ?? say("job.cancelled")}</span>
      ) : (
        <>
          <div
            className="progress"
            role="progressbar"
            aria-label={job.title}
            data-unknown={progress === null || progress.total === null}
            {...valuesOf(progress)}
          >
            <div style={{ width: widthOf(progress?.done ?? 0, progress?.total ?? null) }} />
          </div>
          <span className="soft one-line">{describe(job, left)}</span>
        </>
      )}
      {isOver ? (
        <>
          {job.retry === null ? null : (
            <Button
              look="plain"
              onClick={() => {
                dismissJob(job.callId);
                job.retry?.();
              }}
            >
              {say("job.retry")}
            </Button>
          )}
          <Button look="plain" aria-label={say("toast.dismiss")} onClick={() => dismissJob(job.callId)}>
            ✕
          </Button>
        </>
      ) : (
        <Button look="plain" disabled={job.state === "cancelling"} onClick={() => cancelJob(job.callId)}>
          {say(job.state === "cancelling" ? "job.cancelling" : "job.cancel")}
        </Button>
      )}
    </div>
  );
}

const valuesOf = (progress: Job["progress"]): Readonly<Record<string, number>> =>
  progress === null || progress.total === null
    ? {}
    : { "aria-valuenow": progress.done, "aria-valuemax": progress.total };

const widthOf = (done: number, total: number | null): string | undefined =>
  total === null || total === 0 ? undefined : `${Math.min(100, (done / total) * 100)}%`;

function describe({ progress }: Job, left: number | null): string {
  if (progress === null) return say("job.starting");
  const label = progress.label === "" ? say(`stage.${progress.stage}`) : progress.label;
  const count =
    progress.total === null
      ? formatCount(progress.done)
      : say("job.count", { done: progress.done, total: progress.total });
  const time = left === null || left < 2 ? "" : say("job.left", { seconds: left });
  return say("job.line", { label, count, time });
}

function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
