import type { ReportProgress } from "../../services/tools.ts";

/** Where a command writes: results, and what happens meanwhile. */
export interface Terminal {
  readonly print: (text: string) => Promise<void>;
  readonly note: (line: string) => void;
  readonly progress: ReportProgress;
  /** Ends a progress line that is still open. */
  readonly settle: () => void;
}

const repaintEveryMs = 100;

/** Progress on standard error: one line that is painted over on a screen, sparse lines in a log. */
export function createTerminal(): Terminal {
  const isScreen = process.stderr.isTTY;
  let paintedAt = 0;
  let isOpen = false;
  let lastLogged = -1;

  const settle = (): void => {
    if (isOpen) process.stderr.write("\r\u001B[2K");
    isOpen = false;
  };

  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        settle();
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    note: (line) => {
      settle();
      process.stderr.write(`${line}\n`);
    },
    progress: (stage, label, done, total) => {
      const count = total === null ? "" : ` ${done} of ${total}`;
      if (isScreen) {
        const now = performance.now();
        if (now - paintedAt < repaintEveryMs) return;
        paintedAt = now;
        isOpen = true;
        process.stderr.write(
          `\r\u001B[2K${`${stage}${count}  ${label}`.slice(0, process.stderr.columns - 1)}`,
        );
        return;
      }
      const tenth = total === null || total === 0 ? done : Math.floor((done * 10) / total);
      if (tenth === lastLogged) return;
      lastLogged = tenth;
      process.stderr.write(`${stage}${count}\n`);
    },
    settle,
  };
}
