import { Component } from "react";
import type { ErrorInfo, ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { say } from "../locale/say.ts";
import { useSession } from "../state/session.ts";

interface BoundaryState {
  readonly report: string | null;
}

/** Catches a defect of the window: nothing is lost, and what happened can be copied without anything of a document in it. */
export class AppBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { report: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { report: describeDefect(error, null) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ report: describeDefect(error, componentStack ?? null) });
  }

  override render(): ReactNode {
    const { report } = this.state;
    if (report === null) return this.props.children;
    return (
      <main className="defect" role="alert">
        <h1>{say("defect.title")}</h1>
        <p>{say("defect.text")}</p>
        <pre className="defect-report" tabIndex={0}>
          {report}
        </pre>
        <div className="row">
          <Button look="main" onClick={() => void navigator.clipboard.writeText(report)}>
            {say("defect.copy")}
          </Button>
          <Button onClick={() => globalThis.location.reload()}>{say("defect.reload")}</Button>
        </div>
      </main>
    );
  }
}

function describeDefect(error: unknown, componentStack: string | null): string {
  const status = useSession.getState().status;
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: null };
  // The message of an error can quote a document; only where it happened is told.
  const frames = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [
    `Countersign ${status?.version ?? "?"} (${status?.shell ?? "?"})`,
    name,
    ...frames.slice(0, 12).map((line) => line.trim()),
    ...(componentStack ?? "")
      .split("\n")
      .slice(0, 12)
      .map((line) => line.trim()),
  ]
    .filter((line) => line !== "")
    .join("\n");
}
