import { describe, expect, test } from "vitest";
import { normalizeMail } from "../../../../../../src-main/pipeline/normalize/mail-meaning.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";

const accepted = async (body: string): Promise<readonly (readonly [string | null, boolean | null])[]> => {
  const mail = await readBytes(
    "mail.eml",
    `From: Runa Solheim <runa@harbourlight.example>\nTo: Iven Carr <iven@carrjoinery.example>\nDate: Wed, 11 Feb 2026 10:00:00 +0000\nSubject: Works\n\n${body}\n\nRuna Solheim\n`,
  );
  return normalizeMail(mail, context)
    .nouns.deliveries.filter(({ kind }) => kind === "acceptance")
    .map(({ item, approved }) => [item, approved] as const);
};

describe("a yes by mail", () => {
  test("is for the numbered stage that its sentence names", async () => {
    expect(
      await accepted(
        "We looked at it all this morning. Happy to sign it off, please send your stage 2 invoice.",
      ),
    ).toEqual([["stage 2", true]]);
  });

  test("is for what the sentence before says is finished", async () => {
    const [first] = await accepted(
      "Your team finished the staircase yesterday and I have seen it. We accept it.",
    );
    expect(first?.[0]).toContain("staircase");
  });

  test("says nothing of a thing that is not finished", async () => {
    expect(await accepted("The staircase is almost done. We accept.")).toEqual([]);
  });

  test("is no offer where it only asks for a number on the bill", async () => {
    expect(
      await accepted(
        "Result of the review:\n\n- M2 Web shop: accepted.\n- M3 Training: accepted.\n\nYou may bill both, quoting our PO number.",
      ),
    ).toEqual([
      ["M2 Web shop", true],
      ["M3 Training", true],
    ]);
  });
});
