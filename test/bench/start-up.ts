import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { duel } from "./duel.ts";
import { inMs, type BenchResult } from "./result.ts";

const built = fileURLToPath(new URL("../../out/main/cli.js", import.meta.url));
const source = fileURLToPath(new URL("../../src-main/shells/cli/main.ts", import.meta.url));

const runNode = (args: readonly string[]) => (): void => {
  execFileSync(process.execPath, args, { stdio: "ignore" });
};

/** From nothing to the first answer of the command line, against a Node that does nothing. */
export async function benchStartUp(rounds: number): Promise<readonly BenchResult[]> {
  const variants = [
    { id: "start-up-source", title: "command line, from source", entry: source },
    { id: "start-up-built", title: "command line, built", entry: built },
  ].filter(({ entry }) => existsSync(entry));
  const results: BenchResult[] = [];
  for (const { id, title, entry } of variants) {
    const { ours, reference, ratio } = await duel(
      runNode([entry, "--version"]),
      runNode(["-e", "0"]),
      rounds,
      "wall",
    );
    results.push({
      id,
      title,
      work: "--version",
      reference: "node -e 0",
      ours,
      theirs: reference,
      ratio,
      shown: inMs(ours),
      shownReference: inMs(reference),
    });
  }
  return results;
}
