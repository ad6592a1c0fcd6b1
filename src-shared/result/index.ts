/** A value, or a failure that was foreseen. Plain data, so that it survives every wire between rooms and shells. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success; without an argument, a success that carries nothing. */
export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

/** A foreseen failure. The error is `{ code, ...facts }`: no prose, no stack. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Closes a switch over a union: a case that was forgotten does not compile. Throws if it is reached anyway. */
export function exhaustive(value: never): never {
  throw new Error(`Not a case of this union: ${JSON.stringify(value)}`);
}

/** All values in their order, or the first failure. */
export function collectResults<T, E>(results: Iterable<Result<T, E>>): Result<readonly T[], E> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}
