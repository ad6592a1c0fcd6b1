// Preloaded with --import: `electron` is the stand-in. The real package is never loaded, so nothing is downloaded.
import { registerHooks } from "node:module";

const standIn = new URL("./stand-in.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
