/**
 * Words of trades that mean one thing, in seven languages: a line says "Anfahrt" where the agreement says
 * "Wegepauschale". Each row is one thing; its first word stands for all of them. Folded; Latin letters without marks.
 *
 * Only words that nobody tells apart on a bill stand in one row. What is priced apart ("Montage" and "Demontage") does
 * not.
 */
const rows: readonly string[] = [
  "trip trips callout callouts anfahrt anfahrten fahrt fahrten fahrtweg wegegeld voorrij voorrijden voorrijtarief voorrijkosten deplacement deplacements desplazamiento desplazamientos trasferta trasferte deslocacao deslocacoes",
  "labor labour arbeitszeit arbeitslohn lohn lohnarbeiten arbeidsloon arbeid arbeidstijd manodopera",
  // Apart from the labor that anybody does.
  "workhand laborer laborers labourer labourers",
  "disposal dispose entsorgung entsorgen abfuhr smaltimento afvoer afvoeren evacuation",
  "reinigung unterhaltsreinigung putzen nettoyage limpieza limpiezas pulizia pulizie schoonmaak schoonmaken limpeza limpezas",
  "maintenance wartung instandhaltung entretien mantenimiento manutenzione onderhoud manutencao",
  "repair repairs reparatur reparaturen instandsetzung reparation reparations depannage reparacion reparaciones riparazione riparazioni reparatie reparaties reparacao reparacoes",
  "montage einbau pose instalacion instalaciones colocacion installazione installazioni installatie plaatsing plaatsen instalacao",
  "removal demontage ausbau depose desmontaje smontaggio verwijdering verwijderen desmontagem",
  "demolition abbruch abriss ruckbau demoliciones demolicion demolizione demolizioni sloop sloopwerk demolicao",
  "prufung uberprufung inspeccion ispezione inspectie keuring inspecao",
  "korrektorat lektorat korrekturlesen relecture revision correction correccion correzione revisione proeflezen revisao",
  "anstrich anstreichen peinture pintura pintado tinteggiatura pitturazione imbiancatura schilderwerk schilderen",
  "scaffold scaffolding gerust gerustbau geruststellung gerustgestellung echafaudage andamio andamios ponteggio ponteggi steiger steigerwerk andaime andaimes",
  "rental hire miete mieten mietpreis alquiler noleggio verhuur huur aluguer aluguel",
  "schulung schulungen formacion formazione opleiding formacao",
  "storage lagerung einlagerung stockage entreposage almacenaje almacenamiento magazzinaggio stoccaggio opslag armazenagem armazenamento",
  "delivery lieferung anlieferung livraison livraisons entrega entregas consegna consegne levering bezorging",
  "overtime uberstunde uberstunden mehrarbeit overuren overwerk",
  "saturday saturdays samstag samstags sonnabend sonnabends samedi samedis sabado sabados sabato sabati zaterdag zaterdagen",
  "sunday sundays sonntag sonntags sonntagen dimanche dimanches domingo domingos domenica domeniche zondag zondagen",
  "holiday holidays feiertag feiertags feiertage feiertagen ferie feries festivo festivos festivi feriado feriados feestdag feestdagen",
  "evening evenings abend abends abenden soir soirs soiree soirees sera serale serali avond avonds avonden",
  "emergency emergencies notdienst notfall notfalle urgence urgences emergencia emergencias emergenza emergenze noodgeval noodgevallen",
  "standby bereitschaft bereitschaftsdienst pikett pikettdienst piket piketdienst astreinte astreintes reperibilita",
  "night nights nachts nachtarbeit nachtschicht nuits nuit noche noches nocturno nocturna notte notturno notturna noite noturno nachtwerk",
  "weekend weekends wochenende wochenenden weekeinde fds finde",
  "rush urgent urgente urgentes urgenti urgenza urgencia eilauftrag eilzuschlag eilig express spoed spoedtarief dringend expedited expedite accelere acceleree accelerato accelerata acelerado acelerada eilsendung expressversand expres versneld",
  "material materials materialien materiaux materiel materiales materiali materialen materiais",
  "parts ersatzteil ersatzteile piezas recambios repuestos ricambi onderdelen pecas",
  "monochrome mono monochrom zwartwit",
  "colour color couleur kleur colore",
  "mowing mahen mahd rasenmahen tonte siega taglio maaien corte",
  "pruning heckenschnitt baumschnitt poda potatura snoeien",
];

/** Several words for one thing, folded, as they are replaced before a text is split into words. */
const phrases: readonly (readonly [pattern: RegExp, word: string])[] = [
  [
    /\b(?:black ?(?:and|&|\/)? ?white|b ?[&/] ?w|schwarz ?(?:\/|-|und)? ?weiss|s\/w|noir (?:et|&) blanc|n ?& ?b|zwart-?wit|blanco y negro|bianco e nero|preto e branco)\b/g,
    "monochrome",
  ],
  // Time on the way is another thing than what a trip costs.
  [
    /\b(?:(?:temps|heures?) de (?:deplacement|trajet|route)|(?:tiempo|horas?) de (?:desplazamiento|viaje)|(?:ore|tempo) di (?:trasferta|viaggio)|(?:tempo|horas?) de (?:deslocacao|viagem)|fahrt?zeit(?:en)?|wegzeit(?:en)?|wegezeit(?:en)?|reistijd|reisuren)\b/g,
    "travel",
  ],
  [
    /\b(?:horas? (?:extras?|extraordinarias?|suplementar(?:es)?)|heures? sup(?:p|plementaires?)?|(?:ore|ora) (?:di )?straordinari[aeo]?|(?:lavoro )?straordinario|uren overwerk|uberstd)\b/g,
    "overtime",
  ],
  [
    /\b(?:(?:outside|out) (?:of )?(?:(?:the|these|our|such) )?(?:(?:office|normal|working|business|regular) )?hours|(?:ausserhalb|ausser) der (?:\w+ )?(?:geschafts|arbeits|dienst|betriebs|offnungs)zeit(?:en)?|hors (?:des )?(?:heures|horaires?)(?: ouvrables?| ouvrees?| d'ouverture)?|fuera de(?:l)? (?:horas?|horario)(?: laboral| habitual)?|fuori (?:da (?:tale |questo )?|dall')?orari[oi]|fora (?:de|do) (?:horas?|horario)(?: laboral| normal| de expediente)?|buiten (?:de )?(?:kantoor|werk|openings)(?:uren|tijden))\b/g,
    "afterhours",
  ],
  [/\bmain[- ]d['’ ]?(?:oeuvre|œuvre)\b/g, "labor"],
  [/\b(?:mano de obra|mao de obra)\b/g, "labor"],
  [/\b(?:call[- ]out|truck[- ]roll|trip charge|truck charge|service call charge)s?\b/g, "trip"],
  [/\b(?:an- ?und abfahrt|hin- ?und ruckfahrt)\b/g, "trip"],
  [/\b(?:diritto di chiamata|diritto di uscita|uscita tecnico)\b/g, "trip"],
  [/\bmise en (?:place|oeuvre)\b/g, "montage"],
];

/** Languages by their codes, for pairs such as "EN>IT" and "de-fr". */
const languages: Readonly<Record<string, string>> = {
  en: "english englisch anglais anglaise ingles inglesa inglese engels",
  de: "german deutsch allemand allemande aleman alemana tedesco tedesca duits alemao alema",
  fr: "french franzosisch francais francaise frances francesa francese frans",
  es: "spanish spanisch espagnol espagnole espanol espanola spagnolo spagnola spaans espanhol",
  it: "italian italienisch italien italienne italiano italiana italiaans",
  nl: "dutch niederlandisch neerlandais neerlandaise holandes neerlandes olandese nederlands",
  pt: "portuguese portugiesisch portugais portugaise portugues portuguesa portoghese portugees",
};

const languagePair = /\b(en|de|fr|es|it|nl|pt) ?(?:->|=>|>|→|–|-|\/) ?(en|de|fr|es|it|nl|pt)\b/g;

/** "EN>IT" spelled out, so that it is "inglese > italiano". */
const spellPairs = (folded: string): string =>
  folded.replace(languagePair, (_, from: string, to: string) =>
    [from, to].map((code) => languages[code]?.split(" ")[0] ?? code).join(" "),
  );

const wordByVariant: ReadonlyMap<string, string> = new Map(
  [...rows, ...Object.values(languages)].flatMap((row) => {
    const words = row.split(" ");
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** The word that stands for a thing of a trade; the word itself where it has no other names. */
export const synonymOf = (word: string): string => wordByVariant.get(word) ?? word;

/** A folded text with names of several words joined into the one word that stands for them. */
export const joinPhrases = (folded: string): string =>
  phrases.reduce((text, [pattern, word]) => text.replace(pattern, word), spellPairs(folded));
