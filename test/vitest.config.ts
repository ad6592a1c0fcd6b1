import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Three projects: everything that runs in Node, the renderer in a DOM, and the architecture's own tests. */
export default defineConfig({
  root,
  test: {
    reporters: process.env["COUNTERSIGN_VERBOSE"]
      ? ["verbose"]
      : ["default", "./test/passed-failed-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/architecture/**", "test/journeys/**", "test/unit/src-renderer/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "happy-dom",
          include: ["test/unit/src-renderer/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          environment: "node",
          include: ["test/architecture/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
