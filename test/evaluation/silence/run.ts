// npm run eval:silence [-- --journeys "payments pilot-to-report sample-to-export"]
//
// Walks the window through whole journeys with the assistant off while strace writes down every socket of every
// process, and says which of them were the program's. Needs Linux, strace and a browser.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readTrace } from "./traced-sockets.ts";

const { values } = parseArgs({
  options: { journeys: { type: "string", default: "payments pilot-to-report sample-to-export" } },
});
if (spawnSync("strace", ["-V"]).status !== 0) {
  process.stdout.write("skipped: strace is not there\n");
  process.exit(0);
}
const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "countersign-silence-"));
const trace = join(folder, "trace");
const calls = "trace=execve,clone,fork,vfork,clone3,socket,connect,bind,listen";
const playwright = join(root, "node_modules/@playwright/test/cli.js");
const config = join(root, "test/journeys/playwright.config.ts");
const traced = [process.execPath, playwright, "test", "--config", config, ...values.journeys.split(" ")];
const { status } = spawnSync(
  "strace",
  ["-f", "--seccomp-bpf", "-s", "400", "-e", calls, "-o", trace, ...traced],
  { stdio: "inherit", cwd: root },
);
const { tasks, listening, outward } = readTrace(readFileSync(trace, "utf8"), (line) =>
  line.includes("out/main/local-web.js"),
);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${tasks} processes and threads of the program; it listened on ${listening.join(", ") || "nothing"}; ${outward.length} sockets to anywhere else\n${outward.map((line) => `  ${line}\n`).join("")}`,
);
process.exitCode = status === 0 && tasks > 0 && outward.length === 0 ? 0 : 1;
