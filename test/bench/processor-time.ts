import { readFileSync } from "node:fs";

/** What the kernel counts processor time of children in. */
const msPerTick = 10;

/** Processor time of children of this process that have ended, from /proc; `null` where the system does not tell. */
export function findChildrenMs(): number | null {
  if (process.platform !== "linux") return null;
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) * msPerTick;
}

/** Processor time of this process, the collection of its garbage and its workers included. */
export function ownProcessorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Both; `null` where children cannot be counted. */
export function findProcessorMs(): number | null {
  const children = findChildrenMs();
  return children === null ? null : ownProcessorMs() + children;
}
