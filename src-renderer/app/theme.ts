import { useWindowView } from "../state/window-view.ts";

/** Puts theme and density on the page and keeps them there, also when the system changes its mind. */
export function applyTheme(): void {
  const systemIsDark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const systemWantsContrast = globalThis.matchMedia("(prefers-contrast: more)");
  const apply = (): void => {
    const { theme, density } = useWindowView.getState();
    const followsSystem = theme === "system" || theme === "contrast";
    const shown = followsSystem ? (systemIsDark.matches ? "dark" : "light") : theme;
    document.documentElement.dataset["theme"] = shown;
    document.documentElement.dataset["contrast"] =
      theme === "contrast" || systemWantsContrast.matches ? "more" : "standard";
    document.documentElement.dataset["density"] = density;
  };
  apply();
  systemIsDark.addEventListener("change", apply);
  systemWantsContrast.addEventListener("change", apply);
  useWindowView.subscribe(apply);
}
