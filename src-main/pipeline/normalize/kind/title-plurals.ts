/** Endings of nouns for papers with the plural that each takes, folded; the first that fits counts. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(schein|beleg|bericht|nachweis|protokoll|wisch|brief)$/, "$1e"],
  [/(liste|aufstellung|ubersicht|ablesung|meldung)$/, "$1n"],
  [/bon$/, "bonnen"],
  [/(staat)$/, "staten"],
  [/(lijst)$/, "$1en"],
  [/([^s])$/, "$1s"],
];

/** First words of titles of several words ("bon de livraison"), which carry the plural. */
const heads: Readonly<Record<string, string>> = {
  bon: "bons",
  fiche: "fiches",
  feuille: "feuilles",
  bordereau: "bordereaux",
  rapport: "rapports",
  releve: "releves",
  ticket: "tickets",
  lettre: "lettres",
  parte: "partes",
  hoja: "hojas",
  vale: "vales",
  nota: "notas",
  acta: "actas",
  albaran: "albaranes",
  boleta: "boletas",
  orden: "ordenes",
  guia: "guias",
  folha: "folhas",
  ficha: "fichas",
  talao: "taloes",
  auto: "autos",
  rapporto: "rapporti",
  rapportino: "rapportini",
  scheda: "schede",
  foglio: "fogli",
  buono: "buoni",
  bolla: "bolle",
  verbale: "verbali",
  documento: "documenti",
};

/** Titles of several papers of a kind in one file: "Lieferscheine", "bons de livraison", "delivery notes". */
export function pluralsOf(title: string): readonly string[] {
  const [head = "", ...others] = title.split(" ");
  const own = heads[head];
  const isHeaded = own !== undefined && others.length > 0;
  if (isHeaded) return [[own, ...others].join(" ")];
  const [ending, plural] = endings.find(([pattern]) => pattern.test(title)) ?? [];
  const ended = ending === undefined || plural === undefined ? [] : [title.replace(ending, plural)];
  return own === undefined ? ended : [...ended, own];
}
