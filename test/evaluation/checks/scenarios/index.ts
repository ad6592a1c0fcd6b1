import type { Random } from "../words.ts";
import type { World } from "../world.ts";
import { construction } from "./construction.ts";
import { consulting } from "./consulting.ts";
import { legal } from "./legal.ts";
import { managed } from "./managed.ts";
import { metered } from "./metered.ts";
import { project } from "./project.ts";
import { support } from "./support.ts";

/** Worlds of several trades, clean and fully evidenced. */
export const scenarios: Readonly<Record<string, (random: Random) => World>> = {
  construction,
  consulting,
  legal,
  managed,
  metered,
  project,
  support,
};
