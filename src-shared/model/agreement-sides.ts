import type { Agreement } from "./agreement.ts";

/** Who bills, who pays, and who else an agreement names. */
export type AgreementSides = Pick<Agreement, "seller" | "buyer" | "parties">;

/** The sides as far as the text decides them: guessed ones stand among the parties whose role it does not give. */
export function decidedSides({ seller, buyer, parties, areSidesGuessed }: Agreement): AgreementSides {
  if (areSidesGuessed !== true) return { seller, buyer, parties };
  return {
    seller: null,
    buyer: null,
    parties: [...[seller, buyer].filter((party) => party !== null), ...parties],
  };
}
