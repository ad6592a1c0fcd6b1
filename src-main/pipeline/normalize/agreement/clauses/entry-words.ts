import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import { words } from "../lexicon/invoice-words.ts";

/** Lines of a record of time, in seven languages. */
const entry = words(
  "(?:time ?sheets?|time) (?:entry|entries|lines?|records?)|(?:each|every|all|any) (?:entry|entries|time ?sheets?)|time ?sheets?|\\p{L}*(?:zeit|stunden)\\p{L}*(?:eintrag|eintrage|nachweis\\p{L}*|zettel|aufstellung|erfassung)|(?:jeder|jeden|alle) eintrag\\p{L}*|releves? (?:d'heures|de temps)|feuilles? de temps|chaque (?:saisie|ligne)|partes? de horas|registros? de horas|cada (?:registro|entrada)|fogli? ore|ogni (?:voce|registrazione)|urenspecificatie|urenstaat|urenregistratie|elke (?:regel|verrichting)|folhas? de horas|cada registo",
);
/** What it is to say. */
const told = words(
  "(?:state|describe|show|specify|identify|explain|set out|say|contain|include|give)s? (?:[\\p{L}]+ ){0,3}?(?:work|tasks?|activit(?:y|ies)|services?|what was done|description|nature)|description of (?:the |each |every )?(?:work|task|activity|services?)|(?:beschreibung|bezeichnung|angabe|beschreiben|angeben|ausweisen)|descri(?:ption|ptif)|decri\\p{L}+|descripcion|describ\\p{L}+|descri(?:zione|v\\p{L}+)|omschrijving|omschrijven|descricao|descrev\\p{L}+",
);

/** "Each timesheet entry must state the work performed": what the records of time are to tell, one by one. */
export const entryWordsFrame: CueFrame = {
  id: "entry-words",
  cue: entry,
  unless: "required",
  project: ({ folded, unit }) =>
    unit.zone === "boilerplate" || unit.zone === "signature" || !told.test(folded)
      ? []
      : [
          projection<"required">({
            type: "required",
            key: "required|narrative",
            value: { fields: ["narrative"] },
            weight: 0.05,
          }),
        ],
};
