import { useCallback, useSyncExternalStore } from "react";

/** Below this width a window at 400 % zoom has no room for names in the sidebar, as the styles say it. */
export const narrowWindow = "(width < 640px)";

/** Whether the window is as a media query says; follows changes. */
export function useMatches(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = globalThis.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia(query).matches);
}
