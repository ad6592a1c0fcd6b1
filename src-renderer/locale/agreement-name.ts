import type { Agreement } from "../../src-shared/model/index.ts";
import { say } from "./say.ts";

/** What people call an agreement: its number or title; "1" alone names no amendment, so its rank goes before it. */
export function nameOfAgreement({
  number,
  title,
  rank,
}: Pick<Agreement, "number" | "title" | "rank">): string {
  const own = number ?? title ?? say("agreement.unnamed");
  const isChange = rank === "amendment" || rank === "change-order";
  return isChange && own.length < 5
    ? say("review.agreementTab", { rank: say(`rank.${rank}`), title: own })
    : own;
}
