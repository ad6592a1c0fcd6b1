#!/usr/bin/env node
import { engineVersion } from "../../services/engine-version.ts";

// The shortest way to an answer: everything else is loaded only by the command that needs it.
const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === "--version" || words[0] === "-v")) {
  process.stdout.write(`countersign ${engineVersion}\n`);
} else {
  const { runCommandLine } = await import("./run-command-line.ts");
  process.exitCode = await runCommandLine(words);
}
