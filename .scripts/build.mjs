// npm run build: out/, for every host.
import { ensureBuilt, ensureInstalled, fail } from "./toolbox.mjs";

try {
  ensureInstalled();
  await ensureBuilt();
} catch (error) {
  fail(error);
}
