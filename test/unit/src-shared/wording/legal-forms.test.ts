import { describe, expect, test } from "vitest";
import { compareNames } from "../../../../src-shared/wording/index.ts";

describe("legal forms of more countries", () => {
  test.each([
    ["Distribuidora del Bajío, S.A. de C.V.", "Distribuidora del Bajío SA de CV", "same"],
    ["PLAZA LOS ENCINOS", "Plaza Los Encinos, A.C.", "form-missing"],
    ["Wohnbau Förde eGen", "Wohnbau Förde", "form-missing"],
    ["Tellbrink & Partner mbB", "Tellbrink & Partner", "form-missing"],
    ["Laticínios do Salitre Ltda.", "Laticínios do Salitre", "form-missing"],
    ["Sorrel Eye Care, P.A.", "Sorrel Eye Care", "form-missing"],
    ["Tully Structural, P.L.L.C.", "Tully Structural PLLC", "same"],
    ["PaperKite Pte. Ltd.", "PaperKite Pte Ltd", "same"],
    ["Clínica Ruzafa, S.L.P.", "Clínica Ruzafa, S.L.", "form-differs"],
  ])("%s and %s", (first, second, relation) => {
    expect(compareNames(first, second)).toBe(relation);
  });
});
