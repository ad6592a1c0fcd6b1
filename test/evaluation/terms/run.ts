// npm run eval:terms [-- --part held-out] [--only NAME] [--show] [--all]
//
// Precision and recall of terms over agreements of the corpus, by type; `--show` lists what was missed or wrong.
import { parseArgs } from "node:util";
import { loadGold } from "./gold-terms.ts";
import { readGold, tallyByType, totalOf } from "./read-terms.ts";
import type { ReadGold, Tally } from "./read-terms.ts";

const { values } = parseArgs({
  options: {
    part: { type: "string", default: "held-out,design" },
    only: { type: "string", default: "" },
    show: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
  },
});

const percent = (part: number, whole: number): string =>
  whole === 0 ? "    –" : ((100 * part) / whole).toFixed(1).padStart(5);
const row = (name: string, { wanted, found, exact, spurious }: Tally): string =>
  `${name.padEnd(20)} ${String(wanted).padStart(5)} ${String(found).padStart(5)} ${String(spurious).padStart(5)}   P ${percent(found, found + spurious)}  R ${percent(found, wanted)}  exact ${percent(exact, found)}`;

for (const part of values.part.split(",")) {
  const read: ReadGold[] = [];
  for (const gold of loadGold(part)) if (gold.name.includes(values.only)) read.push(await readGold(gold));
  if (values.show) for (const each of read) show(each);
  const tallies = tallyByType(read);
  console.log(`\n${part}: ${read.length} agreements`);
  for (const [type, tally] of [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)))
    console.log(row(type, tally));
  console.log(row("all", totalOf(tallies)));
  console.log(`quotes that do not stand in the text: ${read.flatMap(({ score }) => score.unquoted).length}`);
}

function show({ gold, kind, score, agreement }: ReadGold): void {
  const isClean =
    score.missed.length + score.spurious.length === 0 &&
    score.found.every(({ differing }) => differing.length === 0);
  if (isClean && !values.all) return;
  console.log(`\n== ${gold.name} (${kind}; ${agreement.standing ?? "no agreement"})`);
  for (const { source } of score.missed) console.log(`  missed    ${source}`);
  for (const { gold: wanted, term, differing } of score.found)
    if (differing.length > 0)
      console.log(
        `  inexact   ${differing.join(",")}: ${wanted.source}\n            ${term.type} ${JSON.stringify(term.value)}`,
      );
  for (const term of score.spurious)
    console.log(
      `  spurious  ${term.type}${term.absent === true ? " absent" : ""} ${JSON.stringify(term.value)} (${term.from ?? ""}–${term.to ?? ""})\n            “${term.evidence[0]?.quote.slice(0, 160)}”`,
    );
  if (values.all)
    for (const term of agreement.terms) console.log(`  has       ${term.type} ${JSON.stringify(term.value)}`);
}
