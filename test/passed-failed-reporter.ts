import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/**
 * Ends a run with the one line people and scripts look for: `N passed, N failed`.
 *
 * A file that does not load and a set-up that throws count as one failure each; so does an error outside of any test. With
 * COUNTERSIGN_COUNTS set, the same numbers are written to that file as JSON.
 */
export default class PassedFailedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    let skipped = 0;
    for (const module of modules) {
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed += 1;
        else if (state === "skipped") skipped += 1;
        else failed += 1;
      }
    }
    const file = process.env["COUNTERSIGN_COUNTS"];
    if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    process.stdout.write(`${skipped > 0 ? `${skipped} skipped\n` : ""}${passed} passed, ${failed} failed\n`);
  }
}
