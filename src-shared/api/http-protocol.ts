/**
 * How a browser window speaks with the local web shell.
 *
 * The address that the shell prints ends in `#ticket=…`. The window posts `{ ticket }` to `session` once and gets
 * `{ token }` and a cookie; both go with every call: `POST /api/<method>` with `{ input, callId? }` as JSON and the
 * header `authorization: Bearer <token>` answers a `CallResult`. `cancel` takes `{ callId }`. `events` is a POST
 * without body whose answer never ends: one JSON text of an `AppEvent` a line, empty lines to keep it alive.
 */
export const httpProtocol = {
  ticketParameter: "ticket",
  session: "/session",
  callPrefix: "/api/",
  cancel: "/cancel",
  events: "/events",
} as const;

/** What the exchange of a ticket answers. */
export interface SessionGrant {
  readonly token: string;
}
