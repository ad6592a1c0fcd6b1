import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { rawHeaderValues } from "./guard-request.ts";

const cookieName = "countersign";
const ticketLifeMs = 60_000;

/** What the exchange of a ticket gives: a cookie for the browser, a token for the page alone. */
export interface Session {
  readonly token: string;
  readonly cookie: string;
}

export interface Sessions {
  /** A ticket for one window, good once and for a minute. */
  readonly issueTicket: () => string;
  readonly exchange: (ticket: unknown) => Session | null;
  /** Whether a request carries both the cookie and the token of one session. */
  readonly isKnown: (request: IncomingMessage) => boolean;
  readonly hasAny: () => boolean;
}

const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();

/** Comparison that takes as long for a wrong secret as for the right one. */
const isSame = (left: Buffer, right: Buffer): boolean =>
  left.length === right.length && timingSafeEqual(left, right);

const createSecret = (): string => randomBytes(32).toString("base64url");

/**
 * Sessions of the windows of one program.
 *
 * Cookies of 127.0.0.1 reach servers on every port, so a cookie alone opens nothing: the token, which only the page
 * knows, must come with it.
 */
export function createSessions(now: () => number): Sessions {
  const tickets: { readonly hash: Buffer; readonly until: number }[] = [];
  const sessions: { readonly token: Buffer; readonly cookie: Buffer }[] = [];
  return {
    issueTicket: () => {
      const ticket = createSecret();
      tickets.push({ hash: digest(ticket), until: now() + ticketLifeMs });
      return ticket;
    },
    exchange: (ticket) => {
      if (typeof ticket !== "string") return null;
      const hash = digest(ticket);
      const position = tickets.findIndex((known) => isSame(known.hash, hash));
      const [found] = position < 0 ? [] : tickets.splice(position, 1);
      if (found === undefined || found.until < now()) return null;
      const token = createSecret();
      const secret = createSecret();
      sessions.push({ token: digest(token), cookie: digest(secret) });
      return { token, cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
    },
    hasAny: () => sessions.length > 0,
    isKnown: (request) => {
      const [authorization, ...more] = rawHeaderValues(request, "authorization");
      const token = /^Bearer ([\w-]{1,200})$/.exec(authorization ?? "")?.[1];
      const cookie = readCookie(request);
      if (token === undefined || more.length > 0 || cookie === null) return false;
      const [tokenHash, cookieHash] = [digest(token), digest(cookie)];
      return sessions.some(
        (session) => isSame(session.token, tokenHash) && isSame(session.cookie, cookieHash),
      );
    },
  };
}

/** Our cookie; `null` when it is not there, or there twice. */
function readCookie(request: IncomingMessage): string | null {
  const values = rawHeaderValues(request, "cookie")
    .flatMap((header) => header.split(";"))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${cookieName}=`));
  return values.length === 1 ? (values[0]?.slice(cookieName.length + 1) ?? null) : null;
}
