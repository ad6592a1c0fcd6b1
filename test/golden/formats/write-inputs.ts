import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeOfficeInputs } from "./make-office-inputs.ts";
import { makeOlderOfficeInputs } from "./make-older-office-inputs.ts";
import { makePdfInputs } from "./make-pdf-inputs.ts";
import { makePictureInputs } from "./make-picture-inputs.ts";
import { makeStructuredInputs } from "./make-structured-inputs.ts";
import { makeTextInputs } from "./make-text-inputs.ts";

/** Writes the inputs of all cases beside this file: `node test/golden/formats/write-inputs.ts`. */
const inputs = new Map<string, Uint8Array>([
  ...makeTextInputs(),
  ...makeOfficeInputs(),
  ...makeOlderOfficeInputs(),
  ...makeStructuredInputs(),
  ...makePictureInputs(),
]);
for (const [name, bytes] of await makePdfInputs()) inputs.set(`pdf-text/${name}`, bytes);

for (const [name, bytes] of inputs) {
  const path = join(import.meta.dirname, name);
  mkdirSync(dirname(path), { recursive: true });
  // Encryption draws its own random salt: such a file is written once.
  if (name.includes("encrypted") && existsSync(path)) continue;
  if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
  writeFileSync(path, bytes);
  process.stdout.write(`${name}\n`);
}
