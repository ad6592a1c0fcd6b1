import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelTask } from "../../../src-shared/assistant/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Prompt, PromptSource } from "../../ports/prompt-source.ts";

/** Prompts from `<task>.v<version>.md` in the first of the folders that exists: words, then the schema in a fence. */
export function createPromptSource(folders: readonly string[]): PromptSource {
  const known = new Map<ModelTask, Prompt>();
  return {
    load: async (task) => {
      const kept = known.get(task);
      if (kept !== undefined) return ok(kept);
      for (const folder of folders) {
        const names = await readdir(folder).catch(() => []);
        const versions = names.flatMap((name) => {
          const match = /^([a-z-]+)\.v(\d+)\.md$/.exec(name);
          return match?.[1] === task ? [Number(match[2])] : [];
        });
        if (versions.length === 0) continue;
        const version = versions.toSorted((left, right) => right - left)[0] ?? 0;
        const prompt = parsePrompt(
          task,
          version,
          await readFile(join(folder, `${task}.v${version}.md`), "utf8"),
        );
        known.set(task, prompt);
        return ok(prompt);
      }
      return err({ code: "model/prompt-missing", facts: { task } });
    },
  };
}

/** Throws on a file of ours that is malformed: the prompts are part of the program and tested with it. */
export function parsePrompt(task: ModelTask, version: number, text: string): Prompt {
  const match = /^([\s\S]*?)\n```json\n([\s\S]*?)\n```\s*$/.exec(text.replaceAll("\r\n", "\n"));
  if (match === null) throw new Error(`The prompt ${task}.v${version} has no schema at its end.`);
  const instruction = (match[1] ?? "").trim();
  return { task, version, instruction, schema: JSON.parse(match[2] ?? "") as Record<string, unknown> };
}
