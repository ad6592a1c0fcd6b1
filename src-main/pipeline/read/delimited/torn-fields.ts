type Rows = readonly (readonly string[])[];

/**
 * Rows in which a text with an unquoted delimiter is one field again: "chapters 2, 3" in a list parted by commas.
 *
 * Only where a row has more fields than most rows, as many of them begin with a space as there are too many, and no
 * field of a row of the right length does.
 */
export function joinTornFields(rows: Rows, delimiter: string): Rows {
  const width = usualWidth(rows);
  if (width < 3 || delimiter === "\t" || !rows.some((row) => row.length > width)) return rows;
  const isSpaced = rows.some((row) => row.length <= width && row.some((field) => isContinued(field)));
  return isSpaced ? rows : rows.map((row) => joined(row, width, delimiter));
}

/** Fields of most rows. */
function usualWidth(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

/** Begins with one space and a word: what stands behind a comma in a sentence. */
const isContinued = (field: string): boolean => /^ \S/.test(field);

function joined(row: readonly string[], width: number, delimiter: string): readonly string[] {
  const torn = row.filter((field, index) => index > 0 && isContinued(field)).length;
  if (torn === 0 || row.length - width !== torn) return row;
  const fields: string[] = [];
  for (const field of row) {
    const last = fields.length - 1;
    if (last >= 0 && isContinued(field)) fields[last] = `${fields[last] ?? ""}${delimiter}${field}`;
    else fields.push(field);
  }
  return fields;
}
