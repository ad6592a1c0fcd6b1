import {
  addFractions,
  compareFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  multiplyFractions,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../../src-shared/money/index.ts";
import type { Delivery } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { computeAmount, shownAmount } from "../../../../src-shared/pricing/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import {
  holdsOn,
  isSamePerson,
  isTimeUnit,
  unitFactor,
  wordingOf,
} from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, LineRule, Verdict } from "../check.ts";
import type { Governing, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { showQuantity } from "../proven-quantity.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords } from "../agreement-words.ts";

const id = "time.person";

/** Whoever worked is on the agreed roster on that day, at the grade that is billed. */
export const timePerson: LineRule = {
  ids: [id],
  family: 23,
  title: "The people billed are the agreed ones",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement", "timesheet"],
  dependsOn: ["agreement.missing", "duplicate.invoice"],
  restsOn: "no price",
  skip: (invoice) =>
    invoice.isCredit
      ? sentence("because/credit-gives-back", {})
      : invoice.match.state === "ambiguous"
        ? null
        : invoice.allTermsOf("roster").length === 0
          ? sentence("because/no-roster", { agreement: ownAgreementWords(invoice) })
          : null,
  judge: (context) => [judge(context)],
};

/** Work of one person on one day, or of the whole line where only the line names the person. */
interface Work {
  readonly person: string;
  readonly day: LocalDate | null;
  /** In the line's unit; `null` for all of the line. */
  readonly quantity: Fraction | null;
  readonly record: Delivery | null;
}

function judge(context: LineContext): Verdict {
  const { owner, line } = context;
  if (owner.match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  if (context.kind !== "fee" || !isTimeUnit(valueOf(line.unit)))
    return notApplicable(id, sentence("because/no-time", {}));
  const rosters = owner.allTermsOf("roster");
  const usable = rosters.filter((roster) => whyUnusable(roster) === null && roster.term.absent !== true);
  const [first] = usable;
  if (first === undefined) return cannotDetermine(id, sentence("because/roster-open", {}));
  for (const roster of usable) owner.use(roster);
  const work = workOf(context);
  if (work.length === 0) return cannotDetermine(id, sentence("because/nobody-named", {}));
  const strangers = work.filter(({ person, day }) => findMember(person, day, usable) === null);
  if (strangers.length > 0 && usable.some(hasRemainder))
    return cannotDetermine(
      id,
      sentence("because/clause-says-more", { words: usable.find(hasRemainder)?.term.remainder ?? "" }),
    );
  if (strangers.length > 0) return fail(id, strangerFinding(context, strangers, usable));
  const misgraded = findMisgraded(context, work, usable);
  if (misgraded !== null) return fail(id, misgraded);
  return pass(
    id,
    sentence("because/of-the-roster", { people: [...new Set(work.map(({ person }) => person))].slice(0, 4) }),
  );
}

function workOf({ match, owner, line }: LineContext): readonly Work[] {
  const ours = valueOf(line.unit);
  const records = match.deliveries.flatMap(({ deliveryId, quantity }): Work[] => {
    const record = owner.batch.deliveries.get(deliveryId);
    const person = record?.person ?? line.person;
    if (record === undefined || person === null || person === undefined) return [];
    const factor = ours === null ? undefined : unitFactor(record.unit ?? "hour", ours);
    return [
      {
        person,
        day: record.date,
        quantity: quantity === null || factor === undefined ? null : multiplyFractions(quantity, factor),
        record,
      },
    ];
  });
  if (records.length > 0) return records;
  return line.person === null
    ? []
    : [{ person: line.person, day: valueOf(line.serviceDate), quantity: null, record: null }];
}

type Member = Governing<"roster">["term"]["value"]["people"][number];

function findMember(
  person: string,
  day: LocalDate | null,
  rosters: readonly Governing<"roster">[],
): Member | null {
  for (const roster of rosters) {
    if (day !== null && !holdsOn(roster, day)) continue;
    const member = roster.term.value.people.find(({ name }) => isSamePerson(name, person));
    if (member !== undefined) return member;
  }
  return null;
}

function strangerFinding(
  context: LineContext,
  strangers: readonly Work[],
  rosters: readonly Governing<"roster">[],
): FindingDraft {
  const { line, owner } = context;
  const names = [...new Set(strangers.map(({ person }) => person))];
  const isElsewhen = names.every((name) =>
    rosters.some(({ term }) => term.value.people.some((member) => isSamePerson(member.name, name))),
  );
  const { impact, formula } = impactOf(context, strangers);
  return {
    direction: "over",
    message: sentence(
      `finding/${names.length === 1 ? "stranger" : "strangers"}${isElsewhen ? "-that-day" : ""}`,
      { names, agreement: ownAgreementWords(owner) },
    ),
    expected: rosters
      .flatMap(({ term }) => term.value.people.map(({ name }) => name))
      .slice(0, 8)
      .join(", "),
    found: names.join(", "),
    impact,
    formula,
    proposal: {
      action: "ask",
      text: sentence("ask/stranger", {
        names,
        agreement: ownAgreementWords(owner),
        line: line.id,
      }),
    },
    confidence: confidenceOf(line.quantity, rosters[0]),
    evidence: evidenceOf(
      ...rosters,
      line.quantity ?? line,
      ...strangers.slice(0, 8).map(({ record }) => record),
    ),
  };
}

function impactOf(
  context: LineContext,
  work: readonly Work[],
): { readonly impact: DecimalText | null; readonly formula: string | null } {
  const { line, owner } = context;
  const net = netOfLine(context);
  const whole = valueOf(line.quantity);
  const part = work.reduce<Fraction | null>(
    (total, { quantity }) => (total === null || quantity === null ? null : addFractions(total, quantity)),
    fraction(0),
  );
  const isAll = part === null || whole === null || compareFractions(part, whole) >= 0;
  if (isAll)
    return {
      impact: net,
      formula: net === null ? null : `the whole amount of ${shownAmount(net, owner.precision)}`,
    };
  const price = valueOf(line.unitPrice);
  if (price === null) return { impact: null, formula: null };
  const perUnit = divideFractions(price, valueOf(line.priceBase) ?? fraction(1));
  const shown = decimalToText(fractionToExactDecimal(perUnit) ?? fractionToDecimal(perUnit, 6));
  const computed = computeAmount(
    `${showQuantity(part)} × ${shownAmount(shown, owner.precision)}`,
    multiplyFractions(part, perUnit),
    owner.precision,
  );
  return { impact: computed.value, formula: computed.formula };
}

/** A person whose grade on the roster is another one than the price that is billed. */
function findMisgraded(
  context: LineContext,
  work: readonly Work[],
  rosters: readonly Governing<"roster">[],
): FindingDraft | null {
  const [governing] = context.terms;
  if (governing?.term.type !== "rate") return null;
  const { role, item } = governing.term.value;
  for (const { person, day, record } of work) {
    // A price that is named by the person says no role: the line does.
    const isPersonal = isSamePerson(role ?? item, person);
    const billed = wordingOf(isPersonal ? context.line.description : `${role ?? ""} ${item}`);
    const member = findMember(person, day, rosters);
    if (member?.role === null || member === null) continue;
    const agreed = wordingOf(member.role);
    const isSameGrade =
      agreed.grades.every((grade) => billed.all.has(grade)) &&
      billed.grades.every((grade) => agreed.all.has(grade)) &&
      (agreed.roles.length === 0 ||
        billed.roles.length === 0 ||
        agreed.roles.some((word) => billed.all.has(word)));
    if (isSameGrade) continue;
    return {
      direction: "process",
      message: sentence("finding/grade", { person, role: member.role, billed: role ?? item }),
      expected: member.role,
      found: role ?? item,
      proposal: { action: "ask", text: sentence("ask/grade", { person }) },
      confidence: confidenceOf(governing),
      evidence: evidenceOf(...rosters, context.line, record),
    };
  }
  return null;
}
