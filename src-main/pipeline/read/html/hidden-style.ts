import { declaredStyle, type StyleSheet } from "./style-sheet.ts";

/** Whether an element's own attributes, or the page's style sheet, take it out of a reader's sight. */
export function isHiddenElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
  sheet: StyleSheet,
  ground: "paper" | "colored",
): boolean {
  if (attributes.has("hidden") || (name === "input" && attributes.get("type") === "hidden")) return true;
  const style = declaredStyle(sheet, name, attributes).toLowerCase().replace(/\s+/gu, "");
  if (style.replaceAll(";", "") === "") return ground === "paper" && isWhite(attributes.get("color") ?? "");
  return (
    /(?:^|;)display:none|visibility:hidden|visibility:collapse|mso-hide:all/u.test(style) ||
    /(?:^|;)opacity:0(?:\.0\d*)?(?:;|!|$)/u.test(style) ||
    isTiny(style) ||
    (/overflow:hidden/u.test(style) &&
      /(?:max-height|max-width|height|width):0(?:px|pt|em|%)?(?:;|!|$)/u.test(style)) ||
    /(?:^|;)(?:left|top|text-indent|margin-left):-\d{4,}/u.test(style) ||
    (ground === "paper" && isWhite(lastColor(style))) ||
    /(?:^|;)color:transparent/u.test(style)
  );
}

/** Whether an element, or one around it, is painted in a color that white text can be read on. */
export function groundOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  sheet: StyleSheet,
  around: "paper" | "colored",
): "paper" | "colored" {
  const style = declaredStyle(sheet, name, attributes).toLowerCase().replace(/\s+/gu, "");
  const painted =
    style
      .match(/(?:^|;)background(?:-color|-image)?:[^;!]+/gu)
      ?.at(-1)
      ?.replace(/^;?background[^:]*:/u, "") ??
    attributes.get("bgcolor")?.toLowerCase() ??
    "";
  if (painted === "" || /^(?:none|inherit|initial|transparent|unset)/u.test(painted)) return around;
  return isWhite(painted) ? "paper" : "colored";
}

const lastColor = (style: string): string =>
  style
    .match(/(?:^|;)color:[^;!]+/gu)
    ?.at(-1)
    ?.replace(/^;?color:/u, "") ?? "";

/** Less than 4 points: no person reads it. */
const isTiny = (style: string): boolean => {
  const size = /(?:^|;)font-size:(\d+(?:\.\d+)?)(px|pt|em|rem|%)?/u.exec(style);
  if (size === null) return false;
  const points = Number(size[1]) * ({ px: 0.75, pt: 1, em: 12, rem: 12, "%": 0.12 }[size[2] ?? "px"] ?? 0.75);
  return points < 4;
};

const isWhite = (color: string): boolean =>
  /^(?:#fff|#ffffff|white|rgba?\(255,255,255[,)].*)$/iu.test(color.trim());
