import { storeLayout } from "../cache/layout.ts";
import type { Layout } from "../cache/layout.ts";
import { useWindowView } from "./window-view.ts";

/** Takes over the layout of last time and keeps what changes from here on. */
export function keepLayout(layout: Layout | null): void {
  if (layout !== null) useWindowView.setState(layout);
  useWindowView.subscribe((view, before) => {
    const { theme, density, singleKeys, panes, sizes, columns, keys, language } = view;
    const next = { theme, density, singleKeys, panes, sizes, columns, keys, language };
    const names = Object.keys(next) as (keyof typeof next)[];
    if (names.some((name) => view[name] !== before[name])) void storeLayout(next);
  });
}
