import { storeLayout } from "../cache/layout.ts";
import type { Layout } from "../cache/layout.ts";
import { useWindowView } from "./window-view.ts";

/** Takes over the layout of last time and keeps what changes from here on. */
export function keepLayout(layout: Layout | null): void {
  if (layout !== null) useWindowView.setState(layout);
  useWindowView.subscribe((view, before) => {
    const { theme, density, singleKeys, panes, keys, language } = view;
    const isSame =
      theme === before.theme &&
      density === before.density &&
      singleKeys === before.singleKeys &&
      panes === before.panes &&
      keys === before.keys &&
      language === before.language;
    if (!isSame) void storeLayout({ theme, density, singleKeys, panes, keys, language });
  });
}
