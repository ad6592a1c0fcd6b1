import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PaperFontFiles } from "../../src-main/pipeline/export/index.ts";

const load = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../resources/fonts/${name}`, import.meta.url))));

/** The faces that pages are set in, as the program ships them. */
export const paperFonts: PaperFontFiles = {
  plain: load("LiberationSans-Regular.ttf"),
  bold: load("LiberationSans-Bold.ttf"),
};
