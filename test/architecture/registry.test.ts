import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFolders, readText, root } from "./repository.ts";

/** A folder of plugins, the index that registers them, and where their cases stand. */
interface Registry {
  readonly room: string;
  readonly folder: string;
  readonly list: string;
  readonly goldens: string;
}

const registries: readonly Registry[] = [
  { room: "src-main/pipeline/read", folder: "formats", list: "formats", goldens: "test/golden/formats" },
  { room: "src-main/pipeline/check", folder: "rules", list: "checks", goldens: "test/golden/checks" },
  { room: "src-main/pipeline/export", folder: "targets", list: "targets", goldens: "test/golden/exports" },
];

/** Names of the plugin files: one file, or one folder with an index, is one plugin. */
function listPlugins({ room, folder }: Registry): string[] {
  return readdirSync(join(root, room, folder), { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory())
        return existsSync(join(root, room, folder, entry.name, "index.ts")) ? [entry.name] : [];
      return entry.name.endsWith(".ts") ? [entry.name.slice(0, -3)] : [];
    })
    .toSorted();
}

function listImported({ room, folder }: Registry): string[] {
  const pattern = new RegExp(`from "\\./${folder}/([a-z0-9-]+)(?:/index)?\\.ts"`, "g");
  return [
    ...new Set([...readText(`${room}/index.ts`).matchAll(pattern)].map(([, name]) => name ?? "")),
  ].toSorted();
}

async function loadIds({ room, list }: Registry): Promise<string[]> {
  const module = (await import(join(root, room, "index.ts"))) as Record<
    string,
    readonly { readonly id: string }[]
  >;
  return (module[list] ?? []).map(({ id }) => id);
}

describe.each(registries)("$list", (registry) => {
  test("the index registers every file, and nothing that is not there", () => {
    expect(listPlugins(registry).length).toBeGreaterThan(0);
    expect(listImported(registry)).toEqual(listPlugins(registry));
  });

  test("ids are there, unique and sorted", async () => {
    const ids = await loadIds(registry);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  // A file of rules may hold several checks of one family.
  if (registry.list !== "checks")
    test("an id is its file's name", async () => {
      expect((await loadIds(registry)).toSorted()).toEqual(listPlugins(registry));
    });

  test("each id has its cases, and each folder of cases its id", async () => {
    expect(listFolders(registry.goldens)).toEqual((await loadIds(registry)).toSorted());
    const empty = listFolders(registry.goldens).filter(
      (id) => listFolders(`${registry.goldens}/${id}`).length === 0,
    );
    expect(empty).toEqual([]);
  });

  if (registry.list === "checks")
    test("each check has a case that fails and one that passes", () => {
      const missing = listFolders(registry.goldens).flatMap((id) => {
        const cases = listFolders(`${registry.goldens}/${id}`);
        return ["fails-", "passes-"]
          .filter((kind) => !cases.some((name) => name.startsWith(kind)))
          .map((kind) => `${id}: ${kind}`);
      });
      expect(missing).toEqual([]);
    });
});
