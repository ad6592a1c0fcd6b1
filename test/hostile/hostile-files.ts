import type { HostileFile } from "./hostile-file.ts";
import { packageBombs } from "./package-bombs.ts";
import { pdfBombs } from "./pdf-bombs.ts";
import { pictureBombs } from "./picture-bombs.ts";
import { textBombs } from "./text-bombs.ts";

/** All hostile files. `share` makes them smaller: 1 is the size that does harm, a tenth of it shows the same paths. */
export const hostileFiles = (share: number): readonly HostileFile[] => {
  const many = (count: number): number => Math.max(1, Math.ceil(count * share));
  return [...pdfBombs(many), ...textBombs(many), ...packageBombs(many), ...pictureBombs(many)];
};
