import { useWindowView } from "../state/window-view.ts";

/** Puts theme and density on the page and keeps them there, also when the system changes its mind. */
export function applyTheme(): void {
  const systemIsDark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    const { theme, density } = useWindowView.getState();
    const shown = theme === "system" ? (systemIsDark.matches ? "dark" : "light") : theme;
    document.documentElement.dataset["theme"] = shown;
    document.documentElement.dataset["density"] = density;
  };
  apply();
  systemIsDark.addEventListener("change", apply);
  useWindowView.subscribe(apply);
}
