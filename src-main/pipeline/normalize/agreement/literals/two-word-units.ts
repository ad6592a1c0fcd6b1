/** "metro cuadrado", "mètres cubes", "vierkante meter": areas and volumes of two words in other languages. */
const measuredMetres: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["square-metre", "quadrato quadrati cuadrado cuadrados quadrado quadrados carre carres", "vierkante"],
    ["cubic-metre", "cubo cubi cubico cubicos cube cubes", "kubieke"],
  ].flatMap(([unit = "", behind = "", dutch = ""]) => [
    ...behind
      .split(" ")
      .flatMap((word) =>
        ["metro", "metri", "metros", "metre", "metres"].map((metre) => [`${metre} ${word}`, unit] as const),
      ),
    [`${dutch} meter`, unit] as const,
  ]),
);

/** Units of two folded words, by the words. */
export const twoWordUnits: Readonly<Record<string, string>> = {
  ...measuredMetres,
  ...Object.fromEntries(
    "half day|halber tag|halben tag|halbe tage|medio dia|media jornada|medias jornadas|mezza giornata|mezze giornate|halve dag|meio dia|meia jornada"
      .split("|")
      .map((words) => [words, "half-day"] as const),
  ),
  "square foot": "square-foot",
  "square feet": "square-foot",
  "sq ft": "square-foot",
  "sq. ft": "square-foot",
  "square metre": "square-metre",
  "square meter": "square-metre",
  "square meters": "square-metre",
  "square metres": "square-metre",
  "sq m": "square-metre",
  "cubic yard": "cubic-yard",
  "cubic yards": "cubic-yard",
  "cubic metre": "cubic-metre",
  "cubic meter": "cubic-metre",
  "linear foot": "foot",
  "linear feet": "foot",
  "lineal foot": "foot",
  "service call": "visit",
  "site visit": "visit",
  "metric ton": "tonne",
  "short ton": "ton",
  "man hour": "hour",
  "labor hour": "hour",
  "labour hour": "hour",
  "crew hour": "crew-hour",
  "machine hour": "machine-hour",
  "meter hour": "meter-hour",
  "work order": "job",
  "purchase order": "order",
  "calendar month": "month",
  "contract year": "year",
  "calendar year": "year",
  "calendar quarter": "quarter",
  "working day": "day",
  "business day": "day",
  "man day": "day",
  "person day": "day",
  "running metre": "metre",
  "running foot": "foot",
  "phone line": "line",
  "round trip": "trip",
  "board foot": "board-foot",
  "loaded mile": "mile",
  "support ticket": "ticket",
  "claim file": "claim",
};

/** Unit of two words that belong together, plural or not: "cubic yards". */
export const unitOfPhrase = (folded: string): string | null =>
  (Object.hasOwn(twoWordUnits, folded)
    ? twoWordUnits[folded]
    : Object.hasOwn(twoWordUnits, folded.replace(/s$/, ""))
      ? twoWordUnits[folded.replace(/s$/, "")]
      : undefined) ?? null;
