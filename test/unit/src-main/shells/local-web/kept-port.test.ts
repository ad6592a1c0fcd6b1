import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepPort, readKeptPort, servePinned } from "../../../../../src-main/shells/local-web/kept-port.ts";

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "countersign-port-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const serveAt = (taken: readonly number[] = []) => {
  const asked: number[] = [];
  const serve = (port: number) => {
    asked.push(port);
    if (taken.includes(port))
      return Promise.reject(Object.assign(new Error("taken"), { code: "EADDRINUSE" }));
    return Promise.resolve({ origin: `http://127.0.0.1:${port === 0 ? 40_123 : port}` });
  };
  return { asked, serve };
};

test("the first free port is kept and used again", async () => {
  const first = serveAt();
  await servePinned(home, first.serve);
  const second = serveAt();
  expect((await servePinned(home, second.serve)).origin).toBe("http://127.0.0.1:40123");
  expect([first.asked, second.asked]).toEqual([[0], [40_123]]);
});

test("where another program has the port a free one serves, and the kept one stays", async () => {
  await keepPort(home, 41_000);
  const { asked, serve } = serveAt([41_000]);
  expect((await servePinned(home, serve)).origin).toBe("http://127.0.0.1:40123");
  expect(asked).toEqual([41_000, 0]);
  expect(await readKeptPort(home)).toBe(41_000);
});

test("what is no port, and another failure, is not taken for one", async () => {
  await writeFile(join(home, "window-port"), "80 or so");
  expect(await readKeptPort(home)).toBeNull();
  await writeFile(join(home, "window-port"), "99999\n");
  expect(await readKeptPort(home)).toBeNull();
  await keepPort(home, 42_000);
  await expect(servePinned(home, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});
