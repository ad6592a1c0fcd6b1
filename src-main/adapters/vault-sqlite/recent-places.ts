import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkspacePlace } from "../../ports/vault.ts";
import { replaceFile } from "./workspace-folder.ts";

const mostPlaces = 12;

/** The workspaces that this user opened last, newest first. */
export async function loadRecentPlaces(home: string): Promise<readonly WorkspacePlace[]> {
  try {
    const value: unknown = JSON.parse(await readFile(join(home, "recent.json"), "utf8"));
    return Array.isArray(value) ? value.filter(isPlace).slice(0, mostPlaces) : [];
  } catch {
    return [];
  }
}

const isPlace = (value: unknown): value is WorkspacePlace => {
  const place = value as Partial<WorkspacePlace> | null;
  return typeof place?.name === "string" && typeof place.location === "string";
};

/** Puts a workspace at the top. That the list cannot be kept is no reason to keep a workspace shut. */
export async function rememberPlace(home: string, place: WorkspacePlace): Promise<void> {
  const others = (await loadRecentPlaces(home)).filter(({ location }) => location !== place.location);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    const places = [place, ...others].slice(0, mostPlaces);
    await replaceFile(join(home, "recent.json"), `${JSON.stringify(places, null, 2)}\n`);
  } catch {
    // Said above.
  }
}
