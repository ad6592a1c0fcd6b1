import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { isCode, isProduct, listFiles, readText, root } from "./repository.ts";

const preload = pathToFileURL(join(root, "test/architecture/refuse-sockets.mjs")).href;
const workplace = mkdtempSync(join(tmpdir(), "countersign-offline-"));
afterAll(() => rmSync(workplace, { recursive: true, force: true }));

/** Runs Node with outward sockets refused; returns what was attempted. */
function runOffline(args: readonly string[]): { status: number | null; output: string; attempts: string[] } {
  const notes = join(workplace, `${Math.random()}.txt`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", preload, ...args], {
    cwd: root,
    encoding: "utf8",
    timeout: 110_000,
    env: { ...process.env, COUNTERSIGN_SOCKET_NOTES: notes },
  });
  const attempts = existsSync(notes) ? readFileSync(notes, "utf8").split("\n").filter(Boolean) : [];
  return { status, output: stdout + stderr, attempts };
}

describe("offline", () => {
  const cli = "src-main/shells/cli/main.ts";
  const sample = "resources/sample-data";

  test.each([
    ["fetch", 'await fetch("https://example.com/").catch(() => undefined)'],
    [
      "http",
      'import http from "node:http"; try { http.get("http://192.0.2.1/").on("error", () => undefined) } catch {}',
    ],
    ["net", 'import net from "node:net"; try { net.connect(443, "192.0.2.1") } catch {}'],
    ["dns", 'import dns from "node:dns"; try { dns.lookup("example.com", () => undefined) } catch {}'],
  ])("an attempt by %s is seen", (_, code) => {
    expect(runOffline(["--input-type=module", "--eval", code]).attempts.length).toBeGreaterThan(0);
  });

  test("the main job reaches for nothing", () => {
    const { status, output, attempts } = runOffline([
      cli,
      "check",
      sample,
      "--accept-terms",
      "--as-of",
      "2026-11-21",
    ]);
    expect(attempts).toEqual([]);
    expect([0, 1, 3], output.slice(-2000)).toContain(status);
  });

  test("only the rooms that may, name a network", () => {
    // The viewer's engine fetches its own tables from the page's origin.
    const allowed =
      /^src-(renderer\/(host|components\/document-view\/pdf-engine\.ts)|main\/shells\/local-web|main\/adapters\/language-model-openai)(\/|$)/;
    const files = listFiles().filter((path) => isProduct(path) && isCode(path) && !allowed.test(path));
    const pattern =
      /\b(fetch\(|new (WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection)\b|sendBeacon\()/;
    const found = files.flatMap((path) =>
      readText(path)
        .split("\n")
        .flatMap((line, index) =>
          pattern.test(line) && !/^\s*(\*|\/\/)/.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  test("no page loads anything from elsewhere", () => {
    const pages = listFiles().filter((path) => /^src-renderer\/.*\.(html|css)$/.test(path));
    const found = pages.filter((path) =>
      /(src|href)\s*=\s*["']?(https?:)?\/\/|url\(["']?(https?:)?\/\/|@import\s+["']https?:/.test(
        readText(path),
      ),
    );
    expect(found).toEqual([]);
  });
});
