export type Platform = "win" | "mac" | "browser";

/** Keys of one command in each host. `Mod` is Command on a Mac and Ctrl elsewhere; "G Q" is one key after the other. */
export interface Keymap {
  readonly win: readonly string[];
  readonly mac: readonly string[];
  readonly browser: readonly string[];
}

/** The same keys everywhere. */
export const everywhere = (...keys: readonly string[]): Keymap => ({ win: keys, mac: keys, browser: keys });

/** Keys that the browser keeps for itself, or often does; a command may not depend on them there. */
export const browserKeys: ReadonlySet<string> = new Set([
  "Mod+N",
  "Mod+T",
  "Mod+W",
  "Mod+Shift+N",
  "Mod+Shift+T",
  "Mod+Shift+W",
  "Mod+K",
  "Mod+P",
  "Mod+Shift+P",
  "Mod+L",
  "Mod+D",
  "Mod+H",
  "Mod+J",
  "Mod+R",
  ...Array.from({ length: 9 }, (_, at) => `Mod+${at + 1}`),
]);

/** Whether a key acts only inside an area: a letter, digit or sign without Ctrl, Command or Alt. */
export function isSingleKey(key: string): boolean {
  return !/^(?:Mod|Alt|Ctrl)\+/.test(key) && !/^(?:Shift\+)?(?:F\d{1,2}|Escape|Enter)$/.test(key);
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The name of a pressed key as keymaps write it: "Mod+Shift+P", "J", "[", "?". */
export function nameOfPressed(pressed: PressedKey, isMac: boolean): string {
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey;
  const isLetter = /^[a-z]$/i.test(pressed.key);
  const isSign = pressed.key.length === 1 && !isLetter;
  return [
    mod ? "Mod+" : "",
    pressed.altKey ? "Alt+" : "",
    // The shift that makes a sign ("?") is part of the sign.
    pressed.shiftKey && !isSign ? "Shift+" : "",
    pressed.key === " " ? "Space" : isLetter ? pressed.key.toUpperCase() : pressed.key,
  ].join("");
}

const words: Readonly<Record<string, string>> = {
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** A key as it is written on the keyboard: "Ctrl+Shift+P", "⌘⇧P", "G Q". */
export function labelOfKey(key: string, isMac: boolean): string {
  return key
    .split(" ")
    .map((press) => {
      const parts = press === "+" ? ["+"] : press.split("+").filter((part) => part !== "");
      const named = parts.map((part) => {
        if (part === "Mod") return isMac ? "⌘" : "Ctrl";
        if (part === "Shift") return isMac ? "⇧" : "Shift";
        if (part === "Alt") return isMac ? "⌥" : "Alt";
        return words[part] ?? part;
      });
      return named.join(isMac ? "" : "+");
    })
    .join(" ");
}
