/** What canonical JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * JSON in its one canonical spelling: names sorted by code unit, no white space.
 *
 * Absent fields (`undefined`) are left out. Source: RFC 8785.
 */
export function encodeCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => encodeCanonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${encodeCanonicalJson(field)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error("Not a number that JSON can hold.");
  return JSON.stringify(value ?? null);
}
