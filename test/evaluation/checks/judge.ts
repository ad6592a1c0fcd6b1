import type { CheckedBatch, CheckId, Finding } from "../../../src-shared/model/index.ts";
import { fillReason } from "../../../src-shared/text/index.ts";
import { shownHundredths } from "./cents.ts";
import type { Expectation } from "./world.ts";

/** What the checks said about the invoice that a seed is planted in, as nouns and as a report show it alike. */
export interface Said {
  readonly route: "clear" | "review" | "blocked";
  readonly findings: readonly Pick<Finding, "check" | "line" | "impact" | "severity" | "message">[];
  readonly outcomes: readonly {
    readonly check: CheckId;
    readonly outcome: string;
    readonly because: string;
  }[];
  /** Listed beside the invoices. */
  readonly beside: readonly { readonly check: string; readonly impact: string | null }[];
}

export const saidOf = (checked: CheckedBatch, invoiceId: string): Said => {
  const one = checked.invoices.find((invoice) => invoice.invoiceId === invoiceId);
  if (one === undefined) throw new Error("The invoice was not checked");
  return {
    ...one,
    outcomes: one.outcomes.map((outcome) => ({ ...outcome, because: fillReason(outcome.because) })),
    beside: [...checked.missing, ...checked.findings],
  };
};

export interface Judged {
  readonly isFound: boolean;
  /** Right id, line and impact. */
  readonly isExact: boolean;
  /** Checks that speak without a reason. */
  readonly falseAlarms: readonly string[];
  readonly isClear: boolean;
  readonly note: string;
}

const sameAmount = (impact: string | null, cents: bigint | null): boolean =>
  impact === null || cents === null ? impact === null && cents === null : impact === shownHundredths(cents);

/** Holds what was said against what had to be said. */
export function judge(said: Said, expected: Expectation): Judged {
  const loud = said.findings.filter(({ severity }) => severity !== "info");
  const also = new Set<string>([
    expected.check,
    ...(expected.is === "undetermined" ? [] : (expected.also ?? [])),
  ]);
  const falseAlarms = loud
    .filter(({ check }) => !also.has(check))
    .map(({ check, message }) => `${check}: ${message}`);
  const isClear = said.route === "clear";
  const shown = said.findings
    .map(({ check, line, impact }) => `${check}#${line ?? "-"} ${impact ?? "-"}`)
    .join("; ");
  switch (expected.is) {
    case "found": {
      const hits =
        expected.beside === true
          ? said.beside
              .filter(({ check }) => check === expected.check)
              .map(({ impact }) => ({ line: null, impact }))
          : said.findings.filter(({ check }) => check === expected.check);
      const isExact = hits.some(
        ({ line, impact }) => line === expected.line && sameAmount(impact, expected.impact),
      );
      const wanted = expected.impact === null ? "-" : shownHundredths(expected.impact);
      return {
        isFound: hits.length > 0,
        isExact,
        falseAlarms,
        isClear,
        note: `wanted ${expected.check}#${expected.line ?? "-"} ${wanted}; got ${shown}`,
      };
    }
    case "quiet":
      return {
        isFound: loud.some(({ check }) => check === expected.check),
        isExact: isClear,
        falseAlarms,
        isClear,
        note: `wanted nothing; got ${shown}`,
      };
    case "undetermined": {
      const isFound = said.outcomes.some(
        ({ check, outcome }) => check === expected.check && outcome === "cannot-determine",
      );
      return {
        isFound,
        isExact: isFound && !isClear,
        falseAlarms,
        isClear,
        note: `wanted cannot-determine of ${expected.check}; got ${shown}`,
      };
    }
  }
}
