/** Whether an element's own attributes take it out of a reader's sight. */
export function isHiddenElement(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has("hidden") || (name === "input" && attributes.get("type") === "hidden")) return true;
  const style = (attributes.get("style") ?? "").toLowerCase().replace(/\s+/gu, "");
  if (style === "") return isWhite(attributes.get("color") ?? "");
  return (
    /(?:^|;)display:none|visibility:hidden|visibility:collapse|mso-hide:all/u.test(style) ||
    /(?:^|;)opacity:0(?:\.0\d*)?(?:;|!|$)/u.test(style) ||
    isTiny(style) ||
    (/overflow:hidden/u.test(style) &&
      /(?:max-height|max-width|height|width):0(?:px|pt|em|%)?(?:;|!|$)/u.test(style)) ||
    /(?:^|;)(?:left|top|text-indent|margin-left):-\d{4,}/u.test(style) ||
    (isWhite(/(?:^|;)color:([^;!]+)/u.exec(style)?.[1] ?? "") && !/background/u.test(style)) ||
    /(?:^|;)color:transparent/u.test(style)
  );
}

/** Less than 4 points: no person reads it. */
const isTiny = (style: string): boolean => {
  const size = /(?:^|;)font-size:(\d+(?:\.\d+)?)(px|pt|em|rem|%)?/u.exec(style);
  if (size === null) return false;
  const points = Number(size[1]) * ({ px: 0.75, pt: 1, em: 12, rem: 12, "%": 0.12 }[size[2] ?? "px"] ?? 0.75);
  return points < 4;
};

const isWhite = (color: string): boolean =>
  /^(?:#fff|#ffffff|white|rgba?\(255,255,255[,)].*)$/iu.test(color.trim());
