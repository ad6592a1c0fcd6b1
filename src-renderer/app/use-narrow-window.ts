import { useSyncExternalStore } from "react";

/** As the styles say it: below this width a window at 400 % zoom has no room for names in the sidebar. */
const narrow = globalThis.matchMedia("(width < 640px)");

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

export const useNarrowWindow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
