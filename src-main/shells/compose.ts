import { availableParallelism } from "node:os";
import { systemClock } from "../adapters/clock-system/index.ts";
import { nodeDigest } from "../adapters/digest-node/index.ts";
import { diskFileStore } from "../adapters/file-store-disk/index.ts";
import { randomIdSource } from "../adapters/id-source-random/index.ts";
import { forkReadingChild } from "../jobs/reading-child.ts";
import type { ReadingChild } from "../jobs/reading-child.ts";
import { createReadingPool } from "../jobs/reading-pool.ts";
import type { Tools } from "../services/tools.ts";

const readingHeapMegabytes = 768;

/** Two reading processes, fewer where the machine has but one processor. */
const readingProcesses = Math.max(1, Math.min(2, availableParallelism()));

/** The composition root: picks the adapters that every shell shares. */
export function composeTools(
  spawn: () => ReadingChild = () => forkReadingChild(readingHeapMegabytes),
): Tools {
  return {
    clock: systemClock,
    digest: nodeDigest,
    files: diskFileStore,
    ids: randomIdSource,
    reader: createReadingPool(readingProcesses, spawn),
  };
}
