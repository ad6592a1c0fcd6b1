import type { IncomingMessage } from "node:http";

/** Why a request is turned away: its status and nothing that helps a stranger. */
export interface Rejection {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 421;
  readonly reason: string;
}

const reject = (status: Rejection["status"], reason: string): Rejection => ({ status, reason });

/** All values of a header as they came; Node keeps only the first of some. */
export function rawHeaderValues(request: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2)
    if (request.rawHeaders[index]?.toLowerCase() === name) values.push(request.rawHeaders[index + 1] ?? "");
  return values;
}

/**
 * Turns away whatever did not come from our own page, before anything is looked up.
 *
 * A foreign page that a name leads to this address says its own Host (421); a foreign page that posts here says its
 * own Origin or a cross-site fetch (403). `host` is `127.0.0.1:port`, and nothing else counts as it.
 */
export function guardRequest(request: IncomingMessage, host: string): Rejection | null {
  const hosts = rawHeaderValues(request, "host");
  if (hosts.length !== 1 || hosts[0] !== host) return reject(421, "wrong host");
  const target = request.url ?? "";
  if (!target.startsWith("/") || target.startsWith("//")) return reject(400, "wrong target");
  const method = request.method ?? "";
  if (method !== "GET" && method !== "HEAD" && method !== "POST") return reject(405, "wrong method");
  const isRead = method !== "POST";

  const origins = rawHeaderValues(request, "origin");
  const isOwnOrigin = origins.length === 1 && origins[0] === `http://${host}`;
  // Browsers name the origin with every POST; only reading may come without one.
  if (!isOwnOrigin && !(isRead && origins.length === 0)) return reject(403, "wrong origin");

  const sites = rawHeaderValues(request, "sec-fetch-site");
  const isOwnSite = sites.length === 1 && (sites[0] === "same-origin" || (isRead && sites[0] === "none"));
  if (sites.length > 0 && !isOwnSite) return reject(403, "wrong site");

  const isUpgrade = rawHeaderValues(request, "upgrade").length > 0;
  if (isUpgrade) return reject(400, "no upgrade");
  if (isRead) return null;
  const types = rawHeaderValues(request, "content-type");
  const isJson = types.length === 1 && /^application\/json(?:; ?charset=utf-8)?$/i.test(types[0] ?? "");
  return isJson ? null : reject(415, "not json");
}
