import { medianOf } from "./layout.ts";
import type { LaidPage, Layout, Row } from "./layout.ts";
import type { BodyRow } from "./table-rows.ts";

/** To which item each line of text belongs: its index, "heading", or nothing. */
export function assignText(
  body: readonly BodyRow[],
  anchors: readonly number[],
  layout: Layout,
  isNumbered: (entry: BodyRow) => boolean,
): ReadonlyMap<number, number | "heading"> {
  const owners = new Map<number, number | "heading">();
  const usualGap = medianOf(
    body.slice(1).flatMap(({ row }, index) => {
      const above = body[index]?.row;
      return above === undefined || above.page !== row.page ? [] : [row.top - above.bottom];
    }),
  );
  const [first] = anchors;
  if (first === undefined) return owners;
  const areAnchorsBold = anchors.every((at) => body[at]?.row.segments.every((segment) => segment.bold));
  // What is left of a header of several lines ("(Art)", "unitaire") is no heading of a group.
  const isHeading = (index: number, next: number | undefined): boolean => {
    const own = body[index]?.row.segments ?? [];
    const [first, ...words] = own.length > 1 && isGroupNumber(own[0]?.text) ? own.slice(1) : own;
    if (first === undefined || words.length > 0 || next !== index + 1 || isHeaderRest(body[index]))
      return false;
    // "2  Installation" over "2.1 …": the number of a group over those of its items.
    const number = own.length > 1 ? own[0]?.text.replace(/[.)]$/, "") : undefined;
    const isOver = number !== undefined && (body[next]?.row.text.startsWith(`${number}.`) ?? false);
    return isOver || (!areAnchorsBold && first.bold);
  };
  // Figures without words under a line of text: descriptions stand above their amounts.
  const [top, over] = [body[first], body[first - 1]];
  const standAbove =
    top !== undefined && !hasDescription(top) && over?.kind === "text" && isClose(first, first - 1);
  const isLowUsual = anchors.some((at, index) => anchors[index - 1] === at - 1 && beginsLow(body[at]));
  // Text over the first item belongs to it only when descriptions stand above their amounts.
  for (const [position, anchor] of [-1, ...anchors].entries()) {
    const next = anchors[position];
    const from = anchor + 1;
    const run: number[] = [];
    let hasTotal = false;
    for (let index = from; index < (next ?? body.length); index += 1) {
      if (body[index]?.kind === "text") run.push(index);
      else if (body[index]?.kind === "total" || body[index]?.kind === "carried") {
        attach(run.splice(0), hasTotal ? -1 : anchor, undefined);
        hasTotal = true;
      }
    }
    attach(run, hasTotal ? -1 : anchor, next);
  }
  return owners;

  function attach(run: readonly number[], before: number, after: number | undefined): void {
    if (run.length === 0) return;
    const headings = run.filter((index) => isHeading(index, after));
    for (const index of headings) owners.set(index, "heading");
    const rest = run.filter((index) => !headings.includes(index));
    const split = splitPoint(rest, before, after);
    const near = before < 0 && after !== undefined ? nearAbove(rest.slice(split), after) : rest;
    let last = before;
    rest.forEach((index, at) => {
      if (at < split) {
        const follows = last >= 0 && isClose(index, last);
        if (follows) owners.set(index, before);
        last = follows ? index : -1;
      } else if (after !== undefined && after - index <= rest.length && near.includes(index))
        owners.set(index, after);
    });
  }

  /** The lines over the first item as near to it and each other as those over other items; items stand further apart. */
  function nearAbove(run: readonly number[], after: number): readonly number[] {
    const whites = anchors.slice(1).flatMap((anchor) => {
      const white = whiteBetween(anchor - 1, anchor) ?? 0;
      return white <= 0 ? [] : [body[anchor - 1]?.kind === "item" ? white / 2 : 1.25 * white];
    });
    const row = body[after]?.row;
    const page = row === undefined ? undefined : pageOf(row, layout);
    const widest = Math.max(medianOf(whites), 0.8 * (page?.height ?? 0.012));
    const near: number[] = [];
    let below = after;
    for (const index of run.toReversed()) {
      if ((whiteBetween(index, below) ?? Infinity) > widest) break;
      near.push(index);
      below = index;
    }
    return near;
  }

  function whiteBetween(above: number, below: number): number | null {
    const [first, second] = [body[above]?.row, body[below]?.row];
    return first === undefined || second === undefined || first.page !== second.page
      ? null
      : second.top - first.bottom;
  }

  function splitPoint(run: readonly number[], before: number, after: number | undefined): number {
    if (after === undefined) return run.length;
    // The number of an item may stand rows above its amount: there it begins.
    const [own, numbered] = [body[after], run.findIndex((index) => isNumberedAt(index))];
    if (numbered >= 0 && own !== undefined && !isNumbered(own)) return numbered;
    if (before < 0) {
      // Over the first item: only lines close to it, if it has no words of its own or goes on with theirs.
      return own !== undefined && hasDescription(own) && !goesOn(run.at(-1), own) ? run.length : 0;
    }
    // Items that open with their number hold all that follows up to the next number.
    const [above, below] = [body[before], body[after]];
    if (above !== undefined && below !== undefined && isNumbered(above) && isNumbered(below))
      return run.length;
    const ruled = run.findIndex((index, at) => at > 0 && isRuled(run[at - 1] ?? index, index));
    const [isRuledAbove, isRuledBelow] = [
      isRuled(before, run[0] ?? before),
      isRuled(run.at(-1) ?? after, after),
    ];
    // A rule under every row, wrapped ones too, parts nothing.
    if (!(isRuledAbove && isRuledBelow)) {
      if (isRuledAbove) return 0;
      if (ruled > 0) return ruled;
      if (isRuledBelow) return run.length;
    }
    const chain = [before, ...run, after];
    const gaps = chain.slice(1).map((index, at) => gapBetween(chain[at] ?? index, index));
    const widest = Math.max(...gaps);
    const narrowest = Math.min(...gaps);
    if (widest > narrowest * 1.25 + 0.0005) return gaps.lastIndexOf(widest);
    if (own === undefined) return run.length;
    // What has no words of its own goes on with those right above it, where all such rows do.
    if (!hasDescription(own) && (above === undefined || hasDescription(above) || standAbove))
      return run.length - 1;
    if (!beginsLow(own) || isLowUsual) return run.length;
    // "as agreed on site" over its figures goes on with "Night guard" above it.
    const opening = run.findLastIndex((index) => !beginsLow(body[index]));
    return opening < 0 ? run.length : opening;
  }

  function isNumberedAt(index: number): boolean {
    const entry = body[index];
    return entry !== undefined && isNumbered(entry);
  }

  /** A row of several cells, or a phrase that breaks off, over the first figures is the first row of that item. */
  function goesOn(last: number | undefined, own: BodyRow): boolean {
    const above = last === undefined ? undefined : body[last]?.row;
    if (above === undefined || above.segments.every((segment) => segment.bold)) return false;
    const words = own.cells
      .map((tokens) => tokens.map((token) => token.text).join(" "))
      .find((text) => /\p{L}{3}/u.test(text));
    return above.segments.length >= 2 || /[,;–-]$/.test(above.text) || /^\p{Ll}/u.test(words ?? "");
  }

  function hasDescription(entry: BodyRow): boolean {
    return entry.row.segments.some(
      (segment) => segment.tokens.filter((token) => /\p{L}{3}/u.test(token.text)).length >= 1,
    );
  }

  function gapBetween(above: number, below: number): number {
    const [first, second] = [body[above]?.row, body[below]?.row];
    if (first === undefined || second === undefined || first.page !== second.page) return 0;
    return (second.top + second.bottom - first.top - first.bottom) / 2;
  }

  function isClose(index: number, before: number): boolean {
    const [own, last] = [body[index]?.row, body[before]?.row];
    if (own === undefined || last === undefined) return false;
    const page = pageOf(own, layout);
    if (own.page !== last.page) return false;
    // Rows of an airy table stand further apart, wrapped ones as well.
    return own.top - last.bottom < Math.max(1.6 * (page?.height ?? 0.012), 1.15 * usualGap);
  }

  function isRuled(above: number, below: number): boolean {
    const [first, second] = [body[above]?.row, body[below]?.row];
    if (first === undefined || second === undefined || first.page !== second.page) return false;
    const page = pageOf(first, layout);
    const low = (first.top + first.bottom) / 2;
    const high = (second.top + second.bottom) / 2;
    return (page?.horizontals ?? []).some(
      (rule) => rule.top > low && rule.top < high && rule.right - rule.left > 0.3 * (page?.width ?? 1),
    );
  }
}

/** Whether the first words of a row begin with a small letter: they go on with others. */
const beginsLow = (entry: BodyRow | undefined): boolean =>
  /^\p{Ll}/u.test(entry?.row.segments.find(({ text }) => /\p{L}{2}/u.test(text))?.text ?? "");

function isGroupNumber(text: string | undefined): boolean {
  return text !== undefined && /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVX]{1,4})[.)]?$/.test(text);
}

function isHeaderRest(entry: BodyRow | undefined): boolean {
  const text = entry?.row.text.trim() ?? "";
  return /^[([].*[)\]]$/.test(text) || /^\p{Ll}/u.test(text);
}

function pageOf(row: Row, layout: Layout): LaidPage | undefined {
  return layout.pages.find((page) => page.number === row.page);
}
