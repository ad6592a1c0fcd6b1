/**
 * The same finding in a thing, made once however many readers ask for it.
 *
 * The thing never changes, so what is kept is what would be found again; it goes when the thing goes.
 */
export function oncePerThing<Thing extends object, Found>(
  find: (thing: Thing) => Found,
): (thing: Thing) => Found {
  const known = new WeakMap<Thing, { readonly found: Found }>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before.found;
    const found = find(thing);
    known.set(thing, { found });
    return found;
  };
}
