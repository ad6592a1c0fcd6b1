import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const startTimeoutMs = 30_000;

/** The built local web shell on a folder of its own; can be stopped and started again on the same folder. */
export class LocalShell {
  readonly home: string;
  #process: ChildProcess | null = null;

  private constructor(home: string) {
    this.home = home;
  }

  static async create(): Promise<LocalShell> {
    return new LocalShell(await mkdtemp(join(tmpdir(), "countersign-journey-")));
  }

  /** Starts the shell and gives the address with its ticket. */
  async start(): Promise<string> {
    const script = join(root, "out/main/local-web.js");
    const child = spawn(process.execPath, [script, "--home", this.home], { stdio: ["pipe", "pipe", "pipe"] });
    this.#process = child;
    let printed = "";
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No address within time. Printed: ${printed}`)),
        startTimeoutMs,
      );
      const read = (chunk: Buffer): void => {
        printed += chunk.toString("utf8");
        const address = /http:\/\/127\.0\.0\.1:\d+\/#ticket=[\w-]+/.exec(printed)?.[0];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (code) => {
        clearTimeout(timer);
        reject(new Error(`The shell ended with ${code}. Printed: ${printed}`));
      });
    });
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }

  /** Ends the shell as a power cut would: nothing gets a chance to finish. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  async dispose(): Promise<void> {
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }
}
