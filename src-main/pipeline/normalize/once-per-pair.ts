/**
 * The same finding in two things, made once however many readers ask for it: like `oncePerThing`, for what depends on
 * something else as well.
 *
 * Neither thing ever changes; what is kept goes when one of the two goes.
 */
export function oncePerPair<First extends object, Second extends object, Found>(
  find: (first: First, second: Second) => Found,
): (first: First, second: Second) => Found {
  const known = new WeakMap<First, WeakMap<Second, { readonly found: Found }>>();
  return (first, second) => {
    const own = known.get(first) ?? new WeakMap<Second, { readonly found: Found }>();
    known.set(first, own);
    const kept = own.get(second) ?? { found: find(first, second) };
    own.set(second, kept);
    return kept.found;
  };
}
