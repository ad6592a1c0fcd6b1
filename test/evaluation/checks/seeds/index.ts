import type { Seed } from "../world.ts";
import { amountSeeds } from "./amounts.ts";
import { documentSeeds } from "./documents.ts";
import { priceSeeds } from "./prices.ts";

/** Everything that can be planted. */
export const seeds: readonly Seed[] = [...documentSeeds, ...priceSeeds, ...amountSeeds];
