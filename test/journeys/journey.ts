import { test as base } from "@playwright/test";
import { CountersignWindow } from "./pages/countersign-window.ts";
import { LocalShell } from "./pages/local-shell.ts";

/** A journey has a shell on a fresh folder and a window on it; at its end the browser must not have complained. */
export const test = base.extend<{ shell: LocalShell; window: CountersignWindow }>({
  // Playwright reads the names of the fixtures from the pattern; this one needs none.
  // oxlint-disable-next-line eslint/no-empty-pattern
  shell: async ({}, provide) => {
    const shell = await LocalShell.create();
    await provide(shell);
    await shell.dispose();
  },
  window: async ({ page }, provide) => {
    const window = new CountersignWindow(page);
    await provide(window);
    window.expectNoComplaints();
  },
});

export { expect } from "@playwright/test";
