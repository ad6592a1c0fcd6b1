/** Text that is not markup yet: every word of a document and of a person passes through here. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 32};`);

const width = 640;

/** A bar for each label; the number stands beside it, so that nothing hangs on color or length alone. */
export function barChart(
  title: string,
  bars: readonly { readonly label: string; readonly count: number }[],
): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const rows = bars.map(({ label, count }, at) => {
    const y = at * 26;
    const length = Math.round((count / most) * (width - 260));
    return `<text x="170" y="${y + 17}" text-anchor="end">${escape(label)}</text><rect x="180" y="${y + 4}" width="${length}" height="18" rx="2"/><text x="${188 + length}" y="${y + 17}">${count}</text>`;
  });
  return `<figure><figcaption>${escape(title)}</figcaption><svg role="img" aria-label="${escape(title)}" viewBox="0 0 ${width} ${Math.max(26, bars.length * 26)}">${rows.join("")}</svg></figure>`;
}

/** A line over weeks, with its points and their values, and the figure before the pilot as a dashed line. */
export function lineChart(
  title: string,
  points: readonly { readonly label: string; readonly value: number | null }[],
  before: number | null,
): string {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return "";
  const top = Math.max(1, ...values, before ?? 0);
  const x = (at: number): number =>
    50 + (points.length === 1 ? 260 : (at * (width - 90)) / (points.length - 1));
  const y = (value: number): number => 150 - (value / top) * 120;
  const path = points.flatMap(({ value }, at) =>
    value === null ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`],
  );
  const marks = points.map(({ label, value }, at) =>
    value === null
      ? ""
      : `<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3"/><text x="${x(at).toFixed(1)}" y="${(y(value) - 8).toFixed(1)}" text-anchor="middle">${value}</text><text class="soft" x="${x(at).toFixed(1)}" y="172" text-anchor="middle">${escape(label)}</text>`,
  );
  const base =
    before === null
      ? ""
      : `<line class="before" x1="40" x2="${width - 20}" y1="${y(before).toFixed(1)}" y2="${y(before).toFixed(1)}"/><text class="soft" x="44" y="${(y(before) - 5).toFixed(1)}">before: ${before}</text>`;
  return `<figure><figcaption>${escape(title)}</figcaption><svg role="img" aria-label="${escape(title)}" viewBox="0 0 ${width} 180">${base}<polyline points="${path.join(" ")}"/>${marks.join("")}</svg></figure>`;
}
