import type { Secrets } from "../../ports/secrets.ts";

/** For hosts without a key store: says so, and keeps nothing. */
export const noSecrets: Secrets = {
  isAvailable: () => Promise.resolve(false),
  protect: () => Promise.resolve(null),
  reveal: () => Promise.resolve(null),
};
