import { beforeEach, describe, expect, test } from "vitest";
import { connectTransport } from "../../../../src-renderer/host/door.ts";
import {
  canBeTaken,
  forgetCaseProposals,
  inOrder,
  judgeCaseProposal,
  useCaseProposals,
} from "../../../../src-renderer/state/case-proposals.ts";
import type { ProposalEntry } from "../../../../src-renderer/state/case-proposals.ts";
import { createFakeHost } from "../../../fakes/window/fake-transport.ts";

const reading = (id: string, agrees: boolean): ProposalEntry => ({
  exchangeId: "exc-1",
  proposal: {
    id,
    task: "second-reading",
    basis: "model",
    content: { type: "reading", invoiceId: "inv-1", field: "net", value: "10.00", beside: "9.00", agrees },
    citations: [{ documentId: "doc-1", quote: "Net 10.00", start: 0, end: 9 }],
  },
});
const words: ProposalEntry = {
  exchangeId: null,
  proposal: {
    id: "prp-words",
    task: "explain-finding",
    basis: "template",
    content: { type: "text", text: "The rate is above the agreed one." },
    citations: [],
  },
};

beforeEach(forgetCaseProposals);

describe("what the assistant proposes about a case", () => {
  test("stands in the order of what it would change, and only values can be taken over", () => {
    const [same, other] = [reading("prp-same", true), reading("prp-other", false)];
    expect(inOrder([words, same, other])).toEqual([other, same, words]);
    expect([other, same, words].map(canBeTaken)).toEqual([true, true, false]);
    expect(canBeTaken({ ...other, exchangeId: null })).toBe(false);
  });

  test("is judged once by a key, and the next one is at hand then", async () => {
    const calls: string[] = [];
    const host = createFakeHost({ rowCount: 1 });
    connectTransport({
      ...host,
      call: (method: string, input: unknown, ...rest: never[]) => {
        if (method !== "assistant.judge")
          return (host.call as (...all: unknown[]) => never)(method, input, ...rest);
        const { proposalId, verdict } = input as { proposalId: string; verdict: string };
        calls.push(`${proposalId} ${verdict}`);
        return Promise.resolve({ ok: true, value: {} }) as never;
      },
    } as never);
    const entries = [reading("prp-1", false), reading("prp-2", false), words];
    useCaseProposals.setState({ invoiceId: "inv-1", entries, activeId: "prp-1" });
    await judgeCaseProposal("rejected");
    expect(useCaseProposals.getState().activeId).toBe("prp-2");
    await judgeCaseProposal("accepted");
    expect(useCaseProposals.getState()).toMatchObject({
      activeId: null,
      judged: { "prp-1": "rejected", "prp-2": "accepted" },
    });
    await judgeCaseProposal("accepted");
    expect(calls).toEqual(["prp-1 rejected", "prp-2 accepted"]);
  });
});
