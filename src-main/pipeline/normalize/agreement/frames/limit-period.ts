/** "In any calendar month", "in no contract year", "par mois civil", "im Kalenderjahr": each of the periods that follow. */
const each =
  "(?:for the(?: whole| full)?|per|in(?: any| a| each| no| one)?|in the(?! (?:[\\p{L}-]+ )?(?:year|month)s? (?:\\d|[a-z]+ \\d|of|in|from|to|before|after|beginning|starting|ending|ended|when|that|which))|a|an|any|each|every|no|im|in (?:einem|jedem|keinem)|pro|je|jede[rmns]?|par|chaque|dans (?:une?|chaque)|d'une?|sur une?|ciascun'?|di un|de um|van (?:een|hetzelfde)|al|por|cada|en (?:un|cada)|ogni|in (?:un|ogni)|elke?|in (?:een|elke?)|ao|a cada|num)";
const kind =
  "(?:(?:single|given|one|billing|invoicing|calendar|contract|fiscal|financial|agreement|service|civile?|contractuel(?:le)?|natural|solare|kalender|meme|seule?|stess[oa]|mism[oa]|zelfde|mesm[oa]) ){0,2}";
const monthly = new RegExp(
  `(?<![\\p{L}])(?:${each} ${kind}(?:(?:kalender|vertrags|abrechnungs)?monat|month|mois|mes|mese|(?:kalender)?maand)(?: civil| natural| calendario)?|monthly|monatlich\\w*|mensuel\\w*|mensual\\w*|mensil\\w*|mensal\\w*|mensais|maandelijks\\w*)(?![\\p{L}])`,
  "u",
);
/** "An" is a year only behind a French word: English says "in an amount not to exceed". */
const yearly = new RegExp(
  `(?<![\\p{L}])(?:${each} ${kind}(?:(?:kalender|vertrags|geschafts)?jahre?|year|annum|annee|ano|anno|(?:kalender|contract)?jaar)(?: civile?| natural)?|${each} (?:twelve|zwolf|douze|doce|dodici|twaalf|doze|12)(?: \\(12\\))?(?: consecutive)?[- ](?:months?|monaten?|mois|meses|mesi|maanden)(?: period)?|(?:par|chaque|dans un|en un) an(?: civil)?|annual(?:ly)?|yearly|jahrlich\\w*|annuel\\w*|anual\\w*|anuais|annuale?|jaarlijks\\w*|(?:kalender|vertrags|geschafts)jahres)(?![\\p{L}])`,
  "u",
);

/** The period that a limit begins anew with, from the words around it; `null` where it holds once for all. */
export function limitPeriod(words: string): "month" | "year" | null {
  if (monthly.test(words)) return "month";
  return yearly.test(words) ? "year" : null;
}

/** "Wir bieten Ihnen ein Kostendach", "nous fixons un plafond": words that end in the one for the limit name nothing it is on. */
export const endsInLimit =
  /(?:^| )(?:wir|nous|we|noi|nosotros|wij) |(?:kostendach|obergrenze|hochstbetrag|kostenrahmen|kostenplafond|plafond|tetto|techo|tope|teto|limiet|ceiling)$/u;
