import { pseudoLocalize } from "./pseudo-locale.ts";

/** Languages that the window speaks, by BCP 47 tag. `pseudo` lengthens and accents English: what is cut off shows. */
export const languages = ["en", "de", "fr", "pseudo"] as const;
export type Language = (typeof languages)[number];

type Catalogue = Readonly<Partial<Record<string, string>>>;

let language: Language = "en";
let catalogue: Catalogue = {};

/** Tag for Intl: numbers, dates and plurals follow it, as the catalogue does. */
export const displayLanguage = (): string => (language === "pseudo" ? "en" : language);

/** Loads a language before the window is drawn. What it does not say yet, English says. */
export async function loadLanguage(chosen: Language): Promise<void> {
  language = chosen;
  catalogue =
    chosen === "de"
      ? (await import("./catalogues/de.ts")).german
      : chosen === "fr"
        ? (await import("./catalogues/fr.ts")).french
        : {};
}

/** The sentence of the chosen language for an English one. */
export function translate(id: string, english: string): string {
  if (language === "pseudo") return pseudoLocalize(english);
  return catalogue[id] ?? english;
}
