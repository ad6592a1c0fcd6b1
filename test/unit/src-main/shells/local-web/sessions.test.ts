import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createSessions } from "../../../../../src-main/shells/local-web/sessions.ts";

const request = (headers: Readonly<Record<string, string>>): IncomingMessage =>
  ({ rawHeaders: Object.entries(headers).flat() }) as unknown as IncomingMessage;

test("a ticket lives a minute", () => {
  let now = 0;
  const sessions = createSessions(() => now);
  const early = sessions.issueTicket();
  const late = sessions.issueTicket();
  now = 59_999;
  expect(sessions.exchange(early)).not.toBeNull();
  now = 60_001;
  expect(sessions.exchange(late)).toBeNull();
});

test("cookie and token must be of the same session", () => {
  const sessions = createSessions(() => 0);
  const [one, two] = [sessions.exchange(sessions.issueTicket())!, sessions.exchange(sessions.issueTicket())!];
  const cookieOf = (session: { readonly cookie: string }) => session.cookie.split(";")[0] ?? "";
  const isKnown = (cookie: string, token: string) =>
    sessions.isKnown(request({ cookie, authorization: `Bearer ${token}` }));
  expect(isKnown(cookieOf(one), one.token)).toBe(true);
  expect(isKnown(cookieOf(two), two.token)).toBe(true);
  expect(isKnown(cookieOf(one), two.token)).toBe(false);
  expect(isKnown("", one.token)).toBe(false);
});
