import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** What is used of node-llama-cpp. */
export interface LlamaLibrary {
  readonly getLlama: (options: object) => Promise<Llama>;
  readonly LlamaCompletion: new (options: { readonly contextSequence: LlamaSequence }) => LlamaCompletion;
}
export interface Llama {
  readonly loadModel: (options: { readonly modelPath: string }) => Promise<LlamaModel>;
  readonly createGrammarForJsonSchema: (schema: object) => Promise<unknown>;
  readonly dispose: () => Promise<void>;
}
export interface LlamaModel {
  readonly tokenize: (text: string) => readonly number[];
  readonly createContext: (options: object) => Promise<{ readonly getSequence: () => LlamaSequence }>;
}
export interface LlamaSequence {
  readonly clearHistory: () => Promise<void>;
}
export interface LlamaCompletion {
  readonly generateCompletionWithMeta: (
    prompt: string,
    options: object,
  ) => Promise<{ readonly response: string; readonly metadata: { readonly stopReason: string } }>;
}

const version = "3.22.1";
const folder = fileURLToPath(new URL("../../../../node_modules/.cache/llama-runtime", import.meta.url));
const platforms: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-arm64": "mac-arm64-metal",
  "darwin-x64": "mac-x64",
  "win32-x64": "win-x64",
  "win32-arm64": "win-arm64",
};

/**
 * The prebuilt llama.cpp, kept outside the lock file: 85 MB that only this measurement needs.
 *
 * Answers why it cannot be had, where it cannot: another platform, or a registry that is out of reach.
 */
export async function loadRuntime(): Promise<LlamaLibrary | { readonly missing: string }> {
  const own = `${process.platform}-${process.arch}`;
  const binaries = platforms[own];
  if (binaries === undefined) return { missing: `there is no prebuilt llama.cpp for ${own}` };
  const entry = join(folder, "node_modules/node-llama-cpp/dist/index.js");
  if (!existsSync(entry)) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), '{ "private": true }\n');
    const packages = [`node-llama-cpp@${version}`, `@node-llama-cpp/${binaries}@${version}`];
    const words = [
      "install",
      "--omit=optional",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--save-exact",
    ];
    try {
      await promisify(execFile)("npm", [...words, ...packages], {
        cwd: folder,
        timeout: 300_000,
        shell: process.platform === "win32",
      });
    } catch (error) {
      return { missing: `npm could not install it: ${firstLine(error)}` };
    }
  }
  return (await import(pathToFileURL(entry).href)) as LlamaLibrary;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n").slice(0, 2).join(" ");
