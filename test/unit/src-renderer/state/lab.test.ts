import { afterEach, expect, test } from "vitest";
import { connectTransport } from "../../../../src-renderer/host/door.ts";
import {
  addTolerance,
  changeTolerance,
  compareRules,
  forgetLab,
  hasTrial,
  leaveOut,
  readTolerances,
  removeTolerance,
  switchOn,
  typedTolerances,
  useLab,
} from "../../../../src-renderer/state/lab.ts";
import { usePolicy } from "../../../../src-renderer/state/policy.ts";
import { defaultPolicy } from "../../../../src-shared/model/index.ts";
import type { Policy } from "../../../../src-shared/model/index.ts";
import { createFakeHost } from "../../../fakes/window/fake-transport.ts";

const policy: Policy = {
  ...defaultPolicy,
  tolerances: [{ check: "rate.over", scope: {}, over: { percent: "1" as never } }],
};
const empty = { percent: "", floor: "", cap: "" };

afterEach(() => {
  forgetLab();
  usePolicy.setState({ policy: null, error: null });
});

test("what is typed becomes rules; an empty text allows nothing, and no number is said", () => {
  const typed = {
    check: "rate.over" as const,
    scope: {},
    over: { ...empty, percent: " 0.5 " },
    under: empty,
  };
  expect(readTolerances([typed])).toEqual({
    rules: [{ check: "rate.over", scope: {}, over: { percent: "0.5" } }],
  });
  for (const text of ["abc", "-1", "1,5"])
    expect(readTolerances([{ ...typed, under: { ...empty, cap: text } }])).toEqual({ fault: text });
});

test("there is something to try once a tolerance differs or a check is left out", () => {
  usePolicy.setState({ policy });
  expect(hasTrial(useLab.getState(), policy)).toBe(false);
  changeTolerance(0, { over: { ...empty, percent: "2" } });
  expect(hasTrial(useLab.getState(), policy)).toBe(true);
  changeTolerance(0, { over: { ...empty, percent: "1" } });
  expect(hasTrial(useLab.getState(), policy)).toBe(false);
  leaveOut("rate.over");
  expect(hasTrial(useLab.getState(), policy)).toBe(true);
});

test("a tolerance that was taken away is tried as one that allows nothing", async () => {
  const host = createFakeHost();
  connectTransport(host);
  usePolicy.setState({ policy });
  removeTolerance(0);
  addTolerance("tax.over");
  await compareRules();
  const call = host.calls.find(({ name }) => name === "rules.try");
  expect(call?.input).toMatchObject({
    tolerances: [
      { check: "tax.over", scope: {} },
      { check: "rate.over", scope: {}, over: { percent: "0" }, under: { percent: "0" } },
    ],
    without: [],
  });
});

test("switching on keeps the typed tolerances with their reason, and shows those of the policy again", async () => {
  const host = createFakeHost();
  connectTransport(host);
  usePolicy.setState({ policy });
  changeTolerance(0, { over: { ...empty, percent: "2" } });
  await switchOn("Agreed with the client");
  const call = host.calls.find(({ name }) => name === "policy.write");
  expect(call?.input).toMatchObject({
    reason: "Agreed with the client",
    policy: { tolerances: [{ check: "rate.over", scope: {}, over: { percent: "2" } }] },
  });
  expect(useLab.getState().typed).toBeNull();
  expect(typedTolerances(useLab.getState(), policy)).toHaveLength(1);
});
