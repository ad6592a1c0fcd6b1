import { parseArgs } from "node:util";
import { createGround, draftAgreement } from "../../../src-main/pipeline/draft/index.ts";
import { matchDocuments, noAssignments } from "../../../src-main/pipeline/match/index.ts";
import { defaultPolicy } from "../../../src-shared/model/index.ts";
import type { DraftAnswers, Term } from "../../../src-shared/model/index.ts";
import { addMonths, localDate, period, startOfMonth } from "../../../src-shared/time/index.ts";
import { createRandom } from "../../bench/random.ts";
import { hash } from "../../builders/read-bytes.ts";
import { buildCase } from "../../builders/billing-case.ts";
import { toCase } from "../checks/as-case.ts";
import { checkFilesOfWorld } from "../checks/as-files.ts";
import { scenarios } from "../checks/scenarios/index.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "10" }, from: { type: "string", default: "700" } },
});

let [drafts, same, withGaps, wrong] = [0, 0, 0, 0];
const notes = new Map<string, number>();
const note = (text: string): void => void notes.set(text, (notes.get(text) ?? 0) + 1);

/** Drafts the last invoice of every world from its written documents, and compares it with the one that was billed. */
for (const [name, make] of Object.entries(scenarios)) {
  for (let number = Number(values.from); number < Number(values.from) + Number(values.count); number += 1) {
    const world = make(createRandom(number));
    const last = buildCase(toCase(world)).invoices.find(
      ({ number: own }) => own?.value === world.invoices.at(-1)?.number,
    );
    const read = await checkFilesOfWorld(
      { ...world, invoices: world.invoices.slice(0, -1) },
      createRandom(number * 3),
    );
    const agreements = read.documents
      .flatMap((document) => document.agreements)
      .map((agreement) => ({
        ...agreement,
        terms: agreement.terms.map((term): Term => ({ ...term, status: "confirmed" })),
      }));
    const deliveries = read.documents.flatMap((document) => document.deliveries);
    const { invoices } = read;
    const matching = matchDocuments({
      agreements,
      invoices,
      deliveries,
      policy: defaultPolicy,
      assignments: noAssignments,
    });
    const issueDate = last?.issueDate?.value ?? localDate(world.asOf);
    const start = last?.periodStart?.value ?? addMonths(startOfMonth(issueDate), -1);
    const end = last?.periodEnd?.value ?? issueDate;
    const answers: DraftAnswers = {
      number: "N-1",
      ...(name === "managed" && {
        quantities: { "User licenses": last?.lines[1]?.quantity?.value ?? ("0" as never) },
      }),
      ...(name === "construction" && {
        progress: Object.fromEntries(
          (last?.lines ?? []).map(({ description }) => [description, "75" as never]),
        ),
      }),
    };
    const [family] = matching.families;
    const draft =
      family === undefined
        ? null
        : draftAgreement(
            { agreementId: family.id, period: period(start, end), issueDate, answers },
            createGround({
              agreements,
              deliveries,
              invoices,
              matching,
              policy: defaultPolicy,
              asOf: localDate(world.asOf),
              hash,
            }),
          );
    drafts += 1;
    const gaps = draft?.gaps.filter(({ isOpen }) => isOpen) ?? [];
    if (draft?.invoice.payable?.value === last?.payable?.value) same += 1;
    else if (gaps.length > 0 || draft === null) withGaps += 1;
    else {
      wrong += 1;
      note(
        `${name} ${number}: drafted ${draft.invoice.payable?.value ?? "nothing"}, billed ${last?.payable?.value ?? "?"}`,
      );
    }
    for (const { code, facts } of gaps) note(`${name}: ${code} ${JSON.stringify(facts)}`);
  }
}
for (const [text, count] of notes) process.stdout.write(`${String(count).padStart(4)} ${text}\n`);
process.stdout.write(
  `${drafts} drafts from documents: ${same} equal to the cent, ${withGaps} with an open question, ${wrong} wrong without one\n`,
);
process.exitCode = wrong > 0 ? 1 : 0;
