import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

/** A reading process as its supervisor sees it, whatever the host makes it of. */
export interface ReadingChild {
  readonly send: (request: ReadingRequest) => void;
  readonly onAnswer: (listener: (answer: ReadingAnswer) => void) => void;
  readonly onExit: (listener: () => void) => void;
  /** Ends it at once, also in the middle of a loop or a native call. */
  readonly kill: () => void;
  /** The end of what it complained about, for whoever mends the program. */
  readonly complaint: () => string;
  /** Use so far; `null` where the system does not tell. */
  readonly measure: () => Promise<{ readonly memoryBytes: number; readonly processorMs: number } | null>;
}

const besideSource = fileURLToPath(new URL("./reading-process.ts", import.meta.url));
const besideBundle = [
  fileURLToPath(new URL("./reading-process.js", import.meta.url)),
  fileURLToPath(new URL("../reading-process.js", import.meta.url)),
];

/** The entry of the reading process: its source in development, its bundle in an installed program. */
export function findReadingEntry(): string {
  const entry = [besideSource, ...besideBundle].find((path) => existsSync(path));
  if (entry === undefined) throw new Error("The reading process is not part of this installation.");
  return entry;
}

/** The folder that the process must be able to load its own code from: two above its entry, source or bundle. */
const codeRootOf = (entry: string): string => fileURLToPath(new URL("../../", pathToFileURL(entry)));

const longestComplaint = 2_000;
const ticksPerSecond = 100;
const pageBytes = 4096;

/** Memory and processor time of a process from /proc; `null` where there is none. */
export async function measureProcess(
  pid: number | undefined,
): Promise<{ readonly memoryBytes: number; readonly processorMs: number } | null> {
  if (pid === undefined || process.platform !== "linux") return null;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The command's name is in parentheses and may hold spaces; fields count from after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { memoryBytes: Number(fields[21]) * pageBytes, processorMs: (ticks * 1000) / ticksPerSecond };
  } catch {
    return null;
  }
}

/** A Node process without environment, with its heap limited, that may read its own code and write nothing. */
export function forkReadingChild(heapMegabytes: number, entry = findReadingEntry()): ReadingChild {
  const child = fork(entry, [], {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      "--permission",
      `--allow-fs-read=${codeRootOf(entry)}*`,
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=SecurityWarning",
    ],
    env: process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] } : {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-longestComplaint);
  });
  return {
    send: (request) => void child.send(request, () => undefined),
    onAnswer: (listener) => void child.on("message", (answer) => listener(answer as ReadingAnswer)),
    onExit: (listener) => {
      let hasExited = false;
      const exitOnce = () => {
        if (hasExited) return;
        hasExited = true;
        listener();
      };
      child.on("exit", exitOnce);
      child.on("error", exitOnce);
    },
    kill: () => void child.kill("SIGKILL"),
    complaint: () => complaint,
    measure: () => measureProcess(child.pid),
  };
}
