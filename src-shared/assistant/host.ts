/** The host and port of an address; `null` when it is none that a model can be reached at. */
export function hostOf(baseUrl: string): string | null {
  const parts = /^https?:\/\/(?:[^@/?#\s]*@)?(\[[0-9a-f:.]+\]|[^:/?#\s@]+)(:\d{1,5})?(?:\/[^\s?#]*)?$/i.exec(
    baseUrl.trim(),
  );
  const host = parts?.[1]?.toLowerCase();
  return host === undefined ? null : `${host}${parts?.[2] ?? ""}`;
}

/**
 * Whether an address stays on this machine.
 *
 * Only literal loopback addresses and `localhost` count: another name could resolve to anywhere.
 */
export function isLoopback(baseUrl: string): boolean {
  const host = hostOf(baseUrl)?.replace(/:\d+$/, "");
  if (host === undefined || /@/.test(baseUrl)) return false;
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
