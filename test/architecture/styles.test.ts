import { expect, test } from "vitest";
import { listFiles, readText } from "./repository.ts";

test("styles use no name that nobody defines", () => {
  const texts = listFiles()
    .filter((path) => /^src-renderer\/.*\.(?:css|tsx?)$/.test(path))
    .map((path) => ({ path, text: readText(path) }));
  const defined = new Set(
    texts.flatMap(({ text }) => [...text.matchAll(/(--[a-z-]+)["'`]?\]?:/g)].map(([, name]) => name)),
  );
  // Sizes of panes are set by the name of the pane, the scale of a page by the engine that draws it.
  const isSet = (name: string): boolean =>
    defined.has(name) || /^--(?:(?:agreed|findings|records)-size|total-scale-factor)$/.test(name);
  const unknown = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--[a-z-]+)/g)].flatMap(([, name = ""]) =>
      isSet(name) ? [] : [`${path}: ${name}`],
    ),
  );
  expect(unknown).toEqual([]);
});
