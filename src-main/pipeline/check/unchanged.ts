/** Results about a batch that rest on some of its objects alone, kept while those are the very same objects. */
export interface Unchanged<T> {
  readonly recall: (inputs: readonly (readonly unknown[])[], compute: () => T) => T;
}

/**
 * Remembers the last few results by the identity of what they were computed from.
 *
 * Nouns are never changed in place: a batch in which one term was corrected has the same invoices, and what compares
 * invoices with one another needs no second look. The newest `size` results are kept.
 */
export function rememberUnchanged<T>(size: number): Unchanged<T> {
  let kept: readonly { readonly inputs: readonly (readonly unknown[])[]; readonly result: T }[] = [];
  return {
    recall: (inputs, compute) => {
      const known = kept.find((entry) => areSame(entry.inputs, inputs));
      if (known !== undefined) return known.result;
      const result = compute();
      kept = [{ inputs, result }, ...kept].slice(0, size);
      return result;
    },
  };
}

function areSame(first: readonly (readonly unknown[])[], second: readonly (readonly unknown[])[]): boolean {
  return (
    first.length === second.length &&
    first.every((list, index) => {
      const other = second[index] ?? [];
      if (list.length !== other.length) return false;
      for (let at = 0; at < list.length; at += 1) if (list[at] !== other[at]) return false;
      return true;
    })
  );
}
