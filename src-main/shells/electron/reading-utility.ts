import { utilityProcess } from "electron";
import { findReadingEntry, measureProcess } from "../../jobs/reading-child.ts";
import type { ReadingChild } from "../../jobs/reading-child.ts";
import type { ReadingAnswer } from "../../jobs/reading-messages.ts";

/** A reading process as a utility process of Electron: a packed app has no Node of its own to start. */
export function forkReadingUtility(heapMegabytes: number): ReadingChild {
  const child = utilityProcess.fork(findReadingEntry(), [], {
    serviceName: "Countersign reading",
    execArgv: [`--js-flags=--max-old-space-size=${heapMegabytes}`],
    env: {},
    stdio: "ignore",
  });
  return {
    send: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on("message", (answer: ReadingAnswer) => listener(answer)),
    onExit: (listener) => void child.once("exit", listener),
    kill: () => void child.kill(),
    complaint: () => "",
    measure: () => measureProcess(child.pid),
  };
}
