import { expect, test } from "vitest";
import { contract } from "../../../../src-shared/api/contract.ts";
import { methodNames } from "../../../../src-shared/api/method-names.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";

test("the preload's names are the contract's methods", () => {
  expect([...methodNames]).toEqual(Object.keys(contract));
});

test.each([
  ["no.such-method", {}, "call/unknown-method"],
  ["toString", {}, "call/unknown-method"],
  ["__proto__", {}, "call/unknown-method"],
  ["review.case", {}, "call/invalid-input"],
  ["review.case", { invoiceId: 7 }, "call/invalid-input"],
  ["review.case", { invoiceId: "inv-1", more: true }, "call/invalid-input"],
  ["review.case", null, "call/invalid-input"],
  ["policy.write", JSON.parse('{"policy":{"__proto__":{"x":1}}}'), "call/invalid-input"],
  ["policy.write", { policy: { constructor: {} } }, "call/invalid-input"],
  ["review.decide", { invoiceIds: [], decision: { type: "approve", reason: null } }, "call/invalid-input"],
  ["review.decide", { invoiceIds: ["x"], decision: { type: "delete" } }, "call/invalid-input"],
  ["review.case", { invoiceId: "inv-none" }, "decide/unknown-invoice"],
  ["documents.read", { documentId: "../../etc/passwd" }, "decide/unknown-document"],
])("%s with %j is refused as %s", async (name, input, code) => {
  const { dispatcher, incidents } = await openMemoryProgram();
  const result = await dispatcher.call(name, input);
  expect(result.ok ? null : result.error.code).toBe(code);
  expect(incidents).toEqual([]);
});

test("every failure comes with a sentence", async () => {
  const { dispatcher } = await openMemoryProgram();
  const result = await dispatcher.call("review.case", { invoiceId: "inv-none" });
  expect(result.ok ? null : result.error.message).toBe(
    "There is no invoice “inv-none” in this workspace. Load the queue again.",
  );
});

test("a defect is a number in the log, and says nothing of the documents", async () => {
  const host = await openMemoryProgram();
  (host.program.tools.files as { find: unknown }).find = () => {
    throw new Error("secret path");
  };
  const result = await host.dispatcher.call("documents.import-paths", { paths: ["x"] });
  expect(result.ok ? null : result.error.code).toBe("call/defect");
  expect(result.ok ? "" : result.error.message).not.toContain("secret");
  expect(host.incidents.length).toBe(1);
});

test("cancelling a long call stops it and keeps nothing", async () => {
  const { dispatcher, call } = await openMemoryProgram();
  const files = [{ path: "slow.json", base64: Buffer.from("slow").toString("base64") }];
  const running = dispatcher.call("documents.import-files", { files }, "job-1");
  await new Promise((resolve) => setTimeout(resolve, 20));
  dispatcher.cancel("job-1");
  const result = await running;
  expect(result.ok ? null : result.error.code).toBe("cancelled");
  expect(await call("documents.list", {})).toEqual([]);
  expect(await call("history.list", {})).toEqual([]);
});

test("a cancel leaves nothing of the parts that were kept on the way, and the next import goes through", async () => {
  const { dispatcher, call } = await openMemoryProgram();
  const sales = Array.from({ length: 400 }, (_, index) => ({
    path: `a-${String(index).padStart(3, "0")}.json`,
    base64: Buffer.from(JSON.stringify({ number: `A-${index}` })).toString("base64"),
  }));
  const slow = { path: "z.json", base64: Buffer.from("slow").toString("base64") };
  const running = dispatcher.call("documents.import-files", { files: [...sales, slow] }, "job-1");
  const waiting = dispatcher.call("documents.import-files", { files: [slow] }, "job-2");
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const job of ["job-2", "job-1"]) dispatcher.cancel(job);
  for (const result of [await waiting, await running])
    expect(result.ok ? null : result.error.code).toBe("cancelled");
  expect(await call("documents.list", {})).toEqual([]);
  const again = await call("documents.import-files", { files: sales });
  expect([again.documents.length, again.unreadable]).toEqual([400, 0]);
  expect((await call("documents.list", {})).map(({ path }) => path)).toEqual(sales.map(({ path }) => path));
});

test("progress carries the id of its call", async () => {
  const host = await openMemoryProgram();
  const seen: string[] = [];
  host.program.subscribe((event) => {
    if (event.type === "progress") seen.push(`${event.callId} ${event.stage} ${event.done}/${event.total}`);
  });
  const base64 = Buffer.from(JSON.stringify({ number: "A" })).toString("base64");
  await host.call("documents.import-files", { files: [{ path: "a.json", base64 }] }, "job-9");
  expect(seen).toContain("job-9 read 1/1");
});

test("without a workspace, and with a locked one, it is said which", async () => {
  const host = await openMemoryProgram();
  await host.call("workspace.lock", {});
  expect(await host.refused("documents.list", {})).toBe("workspace/locked");
  expect(
    await host.refused("workspace.open", {
      location: "memory/test",
      secret: { type: "passphrase", passphrase: "wrong" },
    }),
  ).toBe("vault/wrong-passphrase");
  await host.call("workspace.open", {
    location: "memory/test",
    secret: { type: "passphrase", passphrase: "long enough" },
  });
  expect(await host.call("documents.list", {})).toEqual([]);
});

test("files of a browser cannot name a place outside", async () => {
  const { call } = await openMemoryProgram();
  const base64 = Buffer.from(JSON.stringify({ number: "A" })).toString("base64");
  const { documents } = await call("documents.import-files", {
    files: [{ path: "..\\..\\/etc/./a.json", base64 }],
  });
  expect(documents.map(({ path }) => path)).toEqual(["etc/a.json"]);
});
