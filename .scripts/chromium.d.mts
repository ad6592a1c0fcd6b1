/** The path of a system browser, the word "playwright" when Playwright brings its own, or undefined. */
export function findChromium(): string | undefined;
/** On a Debian machine where we are root, a missing Chromium is installed; anywhere else nothing happens. */
export function ensureChromium(): void;
