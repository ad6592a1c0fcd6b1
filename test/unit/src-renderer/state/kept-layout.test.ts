import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { restoreLayout, storeLayout } from "../../../../src-renderer/cache/layout.ts";
import type { Layout } from "../../../../src-renderer/cache/layout.ts";
import { keepLayout } from "../../../../src-renderer/state/kept-layout.ts";
import { togglePane, useWindowView } from "../../../../src-renderer/state/window-view.ts";

const layout: Layout = {
  theme: "dark",
  density: "comfortable",
  singleKeys: false,
  panes: { sidebar: false, preview: true },
  sizes: { preview: 420 },
  columns: ["number", "over"],
};

test("the layout of last time comes back, and a change is kept", async () => {
  expect(await restoreLayout()).toBeNull();
  await storeLayout(layout);
  expect(await restoreLayout()).toEqual(layout);

  keepLayout(layout);
  expect(useWindowView.getState()).toMatchObject(layout);
  togglePane("sidebar");
  await vi.waitFor(async () => expect((await restoreLayout())?.panes.sidebar).toBe(true));
});
