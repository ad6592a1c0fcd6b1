/** Rules of a style sheet beyond which it is no mail's and no page's. */
const mostRules = 2_000;
const longestSheet = 200_000;

/** Declarations by what an element is: `p`, `.note`, `#total`. */
export type StyleSheet = ReadonlyMap<string, string>;

/**
 * The rules of the style sheets in a page whose selector is one name, class or id; others are passed over.
 *
 * Mails hide text this way as well as by attributes. Rules for media other than the screen do not count.
 */
export function readStyleSheet(html: string): StyleSheet {
  const rules = new Map<string, string>();
  let at = 0;
  for (let guard = 0; guard < 50; guard += 1) {
    const open = html.slice(at).search(/<style[\s>]/iu);
    if (open === -1) break;
    const start = html.indexOf(">", at + open) + 1;
    if (start === 0) break;
    const length = html.slice(start).search(/<\/style/iu);
    const end = length === -1 ? html.length : start + length;
    addRules(html.slice(start, Math.min(end, start + longestSheet)), rules);
    at = end;
  }
  return rules;
}

function addRules(sheet: string, rules: Map<string, string>): void {
  const plain = withoutMedia(sheet.replace(/<!--|-->/gu, " "));
  for (const match of plain.matchAll(/([^{}]{1,400})\{([^{}]{0,2000})\}/gu)) {
    for (const selector of (match[1] ?? "").split(",")) {
      const name = selector.trim().toLowerCase();
      if (rules.size >= mostRules || !/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/u.test(name) || name === "")
        continue;
      rules.set(name, `${rules.get(name) ?? ""};${(match[2] ?? "").toLowerCase()}`);
    }
  }
}

/** Blocks of `@media` and the like are cut out: what they hold applies to some screens and not to others. */
function withoutMedia(sheet: string): string {
  let plain = "";
  let depth = 0;
  let isSkipped = false;
  let at = 0;
  for (const match of sheet.matchAll(/@[\w-]+[^{};]{0,400}\{|[{}]/gu)) {
    if (!isSkipped) plain += sheet.slice(at, match.index);
    const mark = match[0];
    if (mark === "}") {
      depth -= 1;
      if (!isSkipped) plain += mark;
      if (depth <= 0) isSkipped = false;
    } else {
      if (depth === 0 && mark.startsWith("@")) isSkipped = true;
      depth += 1;
      if (!isSkipped) plain += mark;
    }
    at = match.index + mark.length;
  }
  return isSkipped ? plain : plain + sheet.slice(at);
}

/** What the sheet declares for an element, its attribute last; empty for nothing. */
export function declaredStyle(
  sheet: StyleSheet,
  name: string,
  attributes: ReadonlyMap<string, string>,
): string {
  const own = attributes.get("style") ?? "";
  if (sheet.size === 0) return own;
  const keys = [name];
  for (const one of (attributes.get("class") ?? "").toLowerCase().split(/\s+/u).slice(0, 20))
    if (one !== "") keys.push(`.${one}`, `${name}.${one}`);
  const id = attributes.get("id")?.toLowerCase() ?? "";
  if (id !== "") keys.push(`#${id}`, `${name}#${id}`);
  return `${keys.map((key) => sheet.get(key) ?? "").join(";")};${own}`;
}
