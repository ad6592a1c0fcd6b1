/** A function of two things whose result is kept as long as both live: every step of a reading asks for the same. */
export function remembered<A extends object, B extends object, R>(
  find: (first: A, second: B) => R,
): (first: A, second: B) => R {
  const known = new WeakMap<A, WeakMap<B, { readonly result: R }>>();
  return (first, second) => {
    const own = known.get(first) ?? new WeakMap<B, { readonly result: R }>();
    known.set(first, own);
    const found = own.get(second) ?? { result: find(first, second) };
    own.set(second, found);
    return found.result;
  };
}
