import { words } from "./invoice-words.ts";

/** Words for one of the parts that work is billed in, folded, in seven languages. */
export const stageSource = [
  "(?:stage|milestone|phase|instal?lment)[- ]payments?|milestones?|stages?|phases?|deliver(?:y|able)s?|instal?lments?|parts?",
  "meilenstein\\p{L}*|\\p{L}*abschnitt\\p{L}*|stufen?|phasen?|teilleistung\\p{L}*|teil(?:zahlung|betrag|betrage)\\p{L}*|raten",
  "jalons?|etapes?|livrables?|livraisons?|lots?|tranches?|echeances?",
  "hitos?|entregas?|fases?|etapas?|plazos?",
  "tappe|tappa|fasi|fase|consegn[ae]|lott[oi]",
  "mijlpa(?:al|len)|deelleverings?|deelbetaling\\p{L}*|opleverings?|termijn(?:en)?|fasen?",
  "marcos?|parcelas?",
].join("|");

/** All of them at once: "the milestones", "stage payments", "die Raten". */
export const allStages = words(
  "(?:stage|milestone|phase|instal?lment|progress)[- ]payments|milestones|stages|phases|deliverables|instal?lments|meilensteine|raten|teilzahlungen|teilbetrage|abschlage|abschlagszahlungen|jalons|etapes|livrables|echeances|tranches|hitos|entregas|fases|etapas|plazos|tappe|fasi|le rate|mijlpalen|termijnen|fasen|marcos|parcelas|payments|zahlungen|paiements|reglements|pagos|pagamenti|betalingen|pagamentos",
);

/** Any one of them: "each milestone", "chaque jalon", "cada entrega", "jeder Bauabschnitt", "a milestone". */
export const eachStage = words(
  `(?:each|every|any|an?|per|jede[rsmn]?|je|eine?[rnm]?|chaque|chacun\\p{L}* des|une?|par|cada|por|una?|ogni|ciascun\\p{L}*|uno?|elke?|iedere?|een|um(?:a)?)(?: \\p{L}+)? (?:${stageSource})|jede[rsn]? rate|ogni rata`,
);

/** A single stage by its word: "milestone M2", "the Prototype stage", "Meilenstein 2". */
export const oneStage = words(
  "milestone|stage|phase|deliverable|instal?lment|meilenstein|bauabschnitt|abschnitt|(?:erste|zweite|dritte|vierte|letzte)[nr]? rate|\\d\\. rate|rate (?:fur|bei|zum|zur|nr|\\d)|jalon|etape|tranche|hito|fase|etapa|tappa|mijlpaal|termijn|marco|parcela",
);

/** Any one of the sums of a list, whatever it is for: "each amount", "jeder Betrag", "ogni importo", "each of them". */
export const eachSum = words(
  "(?:each|every|any) (?:amount|sum|price|fee|figure|item|line|part|one|of (?:these|them|the (?:amounts|sums|prices|fees|items)))|jede[rsn]? (?:betrag|summe|preis|position|honorar\\p{L}*)|jeweilige (?:betrag|summe)|(?:chaque|tout) (?:montant|somme|prix|poste|ligne)|chacun\\p{L}* (?:de ces|des) (?:montants|sommes|prix|postes)|cada (?:importe|cantidad|precio|partida|valor|montante|preco|quantia|um|uno|una)|ogni (?:importo|somma|prezzo|voce)|ciascun[oa]?(?: (?:importo|somma|prezzo|voce))?|elke? (?:bedrag|som|prijs|post|onderdeel)|ieder bedrag",
);

/** What a stage is reached by beside a yes: handover, delivery, completion, a start. */
export const stageEvent = words(
  "handover|hand-over|deliver\\p{L}*|complet(?:ion|ed?)|go-?live|launch|start|kick-?off|installation|commissioning|submission|ubergabe|lieferung|fertigstellung|fertiggestellt|durchfuhrung|beginn|inbetriebnahme|abschluss|livraison|achevement|mise en (?:ligne|service)|remise|demarrage|entrega|finalizacion|inicio|puesta en marcha|consegna|completamento|avvio|messa in funzione|levering|oplevering|afronding|ingebruikname|conclusao|arranque",
);

/** "Milestone 2", "Stage 4 – roof", "Etappe 3", "Phase II": a label that counts stages. */
export const countedStage =
  /^\W*(?:milestone|stage|deliverable|instal+ment|meilenstein|etappe|bauabschnitt|jalon|etape|hito|etapa|mijlpaal|tappa|marco) ?(?:no\.? ?|nr\.? ?|#)?(?:\d{1,2}|[ivx]{1,4})(?![\p{L}\d])/u;
