import type { Line } from "../structure/outline.ts";

const place =
  "(?:the )?(?:state of |commonwealth of |province of |republic of |people's republic of |united states of america and (?:the )?(?:state of )?)?([a-z][a-z ]{2,40}?)";

const placeEnd =
  "(?=[,.;:()]| without| applicable| as (?:the|a)\\b| which| that| where| and (?:the (?:parties|courts|federal|laws?)|any|each|shall)| excluding| as | irrespective| regardless| except| shall| will| for | to | in | is | are |$)";

const lawPatterns: readonly RegExp[] = [
  new RegExp(
    `(?:governed|construed|interpreted|enforced|governing law)[^.;]{0,140}?\\blaws? (?:and regulations )?(?:of|in force in) ${place}${placeEnd}`,
  ),
  // "The laws of the State of New York (without its rules on conflicts) govern all matters".
  new RegExp(`\\blaws? of ${place} (?:\\([^()]{0,200}\\) )?(?:shall |will )?(?:govern(?!ing)|appl|control)`),
  new RegExp(`\\bgoverning law ?[:|] ?(?:laws? of )?${place}${placeEnd}`),
  new RegExp(
    `(?:governed|construed)[^.;]{0,60}?\\b(?:by|under|with) (?:the )?(?:internal |substantive )?(?!the\\b|applicable|its)([a-z]{4,20}(?: [a-z]{4,20})?) law${placeEnd}`,
  ),
  /\b(?:es gilt|unterliegt|findet|gilt)\b[^.;]{0,40}?\b(deutsches?|osterreichisches?|schweizer(?:isches?)?|luxemburgisches?)\w* recht/,
  /recht der (bundesrepublik deutschland|republik osterreich|schweiz)\b/,
  /(?:ley|leyes|legislacion|derecho) (espanola?|mexicana?|argentina|chilena?|colombiana?|peruana?)\b/,
  /legge (italiana|svizzera)\b/,
  /(?:lei|legislacao) (portuguesa|brasileira)\b/,
  /(nederlands|belgisch) recht\b/,
  /es gilt (?:das )?(?:materielle )?(deutsches?|osterreichisches?|schweizer(?:isches?)?) recht/,
  /(?:regie?s?|soumise?s?) (?:par|au) (?:le )?droit ([a-z]+)/,
];

/** The law that the document chooses, as worded; a sentence may run over lines. */
export function lawOf(lines: readonly Line[]): string | null {
  for (const [index, line] of lines.entries()) {
    if (!/\blaws?\b|recht|droit|\bley(?:es)?\b|legislac|derecho|\blegge\b|\blei\b/.test(line.prepared.folded))
      continue;
    const next = lines[index + 1];
    const folded = `${line.prepared.folded} ${next?.prepared.folded ?? ""}`;
    const text = `${line.prepared.text} ${next?.prepared.text ?? ""}`;
    for (const pattern of lawPatterns) {
      const match = pattern.exec(folded);
      const name = match?.[1];
      if (
        match === null ||
        name === undefined ||
        /\b(?:this|such|any|all|applicable|which|its|said|general|international|federal|common|local|public|contract|terms|agreement|laws?|country|jurisdiction|where|that)\b/.test(
          name,
        )
      )
        continue;
      const at = folded.indexOf(name, match.index);
      return text.slice(at, at + name.length).trim();
    }
  }
  return null;
}
