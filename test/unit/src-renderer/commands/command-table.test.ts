import { describe, expect, test } from "vitest";
import { commands } from "../../../../src-renderer/commands/command-table.ts";
import {
  isSingleKey,
  browserKeys,
  labelOfKey,
  nameOfPressed,
} from "../../../../src-renderer/commands/keys.ts";
import type { Platform } from "../../../../src-renderer/commands/keys.ts";
import { scoreMatch } from "../../../../src-renderer/commands/match-words.ts";
import { say } from "../../../../src-renderer/locale/say.ts";
import { screens } from "../../../../src-renderer/state/window-view.ts";

const platforms: readonly Platform[] = ["win", "mac", "browser"];

describe("the command table", () => {
  test("has every id once, and a title that no other command has", () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    const titles = commands.map(({ title }) => say(title));
    expect(titles.filter((title) => title.trim() === "")).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test("finds every command in the palette by its own title", () => {
    for (const { title } of commands) {
      const own = scoreMatch(say(title), say(title)) ?? 0;
      const better = commands.filter((other) => (scoreMatch(say(title), say(other.title)) ?? 0) > own);
      expect(better.map(({ id }) => id)).toEqual([]);
    }
  });

  test.each(platforms)("gives no key twice on one screen (%s)", (platform) => {
    for (const screen of screens) {
      const here = commands.filter((command) => command.screens === null || command.screens.includes(screen));
      const keys = here.flatMap((command) => command.keys[platform].map((key) => ({ key, id: command.id })));
      const clashes = keys.filter(({ key, id }) =>
        keys.some((other) => other.key === key && other.id !== id),
      );
      expect(clashes).toEqual([]);
    }
  });

  test.each(platforms)("begins no sequence with a key that acts at once (%s)", (platform) => {
    const all = commands.flatMap((command) => command.keys[platform]);
    const prefixes = new Set(all.filter((key) => key.includes(" ")).map((key) => key.split(" ")[0]));
    expect(all.filter((key) => prefixes.has(key))).toEqual([]);
  });

  test("never depends on a key that the browser keeps for itself", () => {
    const dependent = commands.filter(
      ({ keys }) => keys.browser.length > 0 && keys.browser.every((key) => browserKeys.has(key)),
    );
    expect(dependent.map(({ id }) => id)).toEqual([]);
  });

  test("reaches every command by a key, or says in this list that the palette is enough", () => {
    const keyless = commands.filter(({ keys }) => platforms.some((platform) => keys[platform].length === 0));
    expect(keyless.map(({ id }) => id)).toEqual(["queue.selectAll", "sample.open"]);
  });
});

describe("keys", () => {
  const press = (
    key: string,
    held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
  ) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  test("are named as keymaps write them", () => {
    expect(nameOfPressed(press("k", { ctrlKey: true }), false)).toBe("Mod+K");
    expect(nameOfPressed(press("P", { metaKey: true, shiftKey: true }), true)).toBe("Mod+Shift+P");
    expect(nameOfPressed(press("k", { ctrlKey: true }), true)).toBe("K");
    expect(nameOfPressed(press("?", { shiftKey: true }), false)).toBe("?");
    expect(nameOfPressed(press("N", { shiftKey: true }), false)).toBe("Shift+N");
    expect(nameOfPressed(press("Escape"), false)).toBe("Escape");
  });

  test("that are letters, digits or signs act only inside an area", () => {
    expect(["A", "Shift+N", "[", "?", "1", "G Q"].filter(isSingleKey)).toHaveLength(6);
    expect(["Mod+Z", "F1", "Escape", "Mod+Alt+T"].filter(isSingleKey)).toEqual([]);
  });

  test("are written as on the keyboard", () => {
    expect(labelOfKey("Mod+Shift+P", false)).toBe("Ctrl+Shift+P");
    expect(labelOfKey("Mod+Shift+P", true)).toBe("⌘⇧P");
    expect(labelOfKey("G Q", false)).toBe("G Q");
  });
});

describe("searching commands", () => {
  const best = (typed: string): string | undefined =>
    commands
      .map(({ id, title }) => ({ id, score: scoreMatch(typed, say(title)) ?? -1 }))
      .filter(({ score }) => score >= 0)
      .sort((first, second) => second.score - first.score)[0]?.id;

  test.each([
    ["aprove", "decide.approve"],
    ["postpnoe", "decide.postpone"],
    ["escalat", "decide.escalate"],
    ["audit", "audit.verify"],
    ["write export", "exports.write"],
    ["opne the smaple", "sample.open"],
    ["nf", "review.nextFinding"],
  ])("forgives %s", (typed, id) => {
    expect(best(typed)).toBe(id);
  });

  test("does not find what is not there", () => {
    expect(best("zzxq")).toBeUndefined();
  });
});
