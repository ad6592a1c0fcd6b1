import type { Unit } from "../../../../src-shared/model/index.ts";
import { foldText } from "./fold.ts";

/**
 * Words for units in seven languages, by the name that the model uses, with the UN/ECE recommendation 20 and 21 codes.
 *
 * Codes of recommendation 20 are printed too ("HUR", "C62"); they stand among the words.
 */
const unitWords: readonly (readonly [Unit, string])[] = [
  [
    "hour",
    "h hr hrs hour hours hur lh std stdn stunde stunden arbeitsstunde arbeitsstunden heure heures uur uren hora horas ora ore manhour manhours man-hour man-hours mannstunde mannstunden godz godzina godziny godzin rbh hod hodina hodiny hodin arbeitsstd einsatzstunde einsatzstunden werkuur werkuren hr(s) mensuur tim timme timmar timer",
  ],
  ["minute", "min mins minute minutes minuten minuut minuto minutos minuti"],
  [
    "day",
    "d day days tag tage tagen jour jours dag dagen dia dias giorno giorni giornata giornate gg day(s) personentag personentage manntag manntage mandag mandagen pt jh md mds e49 man-day man-days manday mandays person-day person-days jornada jornadas tagewerk tagwerk at dzien dni dagar dage dager dygn",
  ],
  [
    "half-day",
    "half-day half-days halftag halftage halbtag halbtage demi-journee demi-journees dagdeel dagdelen",
  ],
  [
    "week",
    "wk wks week weeks wee woche wochen semaine semaines weken semana semanas settimana settimane sett",
  ],
  [
    "month",
    "mo mth mths mos month months mon monat monate monaten mois maand maanden mes meses mese mesi mnd mth(s) mies miesiac miesiace miesiecy mesic mesice mesicu monatlich mensual mensile mnden mt mte manad manader maned maneder mdr",
  ],
  ["quarter", "qan quarter quarters quartal quartale kwartaal kwartalen trimestre trimestres trimestri"],
  [
    "year",
    "yr yrs year years ann jahr jahre an ans annee annees jaar jaren ano anos anno anni annual annually p.a pa",
  ],
  ["each", "ea each cad cadauno cadauna c/u"],
  [
    "piece",
    "h87 pc pcs pce pces piece pieces stk stck st stuck stueck pz pzs pza pzas pezzo pezzi pieza piezas stuk stuks peca pecas pcs. szt sztuka sztuki sztuk ex expl exemplar exemplare exemplaire exemplaires ejemplar ejemplares esemplare esemplari exemplaar exemplaren exemplares ks kus kusy kusu styck",
  ],
  [
    "unit",
    "c62 unit units un und uds ud unid unidad unidades unite unites einheit einheiten eenheid eenheden unita unidade unidades one nr no nos num numero",
  ],
  ["set", "set sets satz saetze satze kit kits jeu garnitur"],
  ["pair", "pr pair pairs paar paare paire paires par pares paio paia"],
  ["dozen", "dzn doz dozen dozens dutzend dtzd douzaine dozijn docena dozzina duzia"],
  [
    "lot",
    "ls lot lots lump lumpsum lump-sum pauschal pauschale psch pausch psl forfait forf ff forfaitaire a-corpo corpo fixe globaal vg verba pa. tanto-alzado ls.",
  ],
  ["job", "e51 job jobs auftrag leistung act activity"],
  [
    "visit",
    "visit visits besuch besuche einsatz einsatze visite visites visita visitas bezoek passage passages beurt beurten passaggio passaggi intervention interventions intervento interventi intervencion intervenciones intervencao intervencoes",
  ],
  [
    "trip",
    "e54 trip trips fahrt fahrten anfahrt voyage reise viaje viaggio viagem rit ritten voyages reisen viajes viaggi viagens trajet trajets tour touren",
  ],
  [
    "session",
    "session sessions sitzung sitzungen seance seances sessie sessies sesion sesiones sessione sessioni sessao sessoes lektion lektionen",
  ],
  ["call", "call calls anruf anrufe appel appels"],
  ["ticket", "ticket tickets"],
  [
    "sample",
    "sample samples probe proben echantillon echantillons monster monsters muestra muestras campione campioni amostra amostras",
  ],
  ["round", "round rounds rundgang rundgange kontrollgang kontrollgange ronde rondes ronda rondas giro giri"],
  ["incident", "incident incidents vorfall"],
  ["seat", "seat seats"],
  [
    "user",
    "user users benutzer nutzer utilisateur utilisateurs gebruiker gebruikers usuario usuarios utente utenti ie person persons personen personne personnes persona personas",
  ],
  [
    "license",
    "license licenses licence licences lizenz lizenzen licentie licenties licencia licencias licenza licenze licenca licencas",
  ],
  [
    "device",
    "device devices gerat gerate geraet geraete appareil appareils apparaat dispositivo dispositivos",
  ],
  ["server", "server servers serveur serveurs"],
  ["site", "site sites standort standorte"],
  ["page", "page pages seite seiten pagina pagine paginas pag str strona strony stron strana strany"],
  [
    "word",
    "word words wort worte worter woerter mot mots woord woorden palabra palabras parola parole palavra palavras wörter",
  ],
  ["document", "document documents dokument dokumente documento documenti documentos"],
  [
    "transaction",
    "transaction transactions transaktion transaktionen txn txns transactie transacties transaccion transacciones",
  ],
  ["message", "message messages msg sms nachricht nachrichten"],
  ["request", "request requests anfrage anfragen"],
  ["kilogram", "kg kgm kgs kilo kilos kilogram kilograms kilogramm"],
  ["gram", "g gr grm gram grams gramm"],
  ["tonne", "t to tne tonne tonnes tonnen tonnellata toneladas tonelada ton. tonnellate tonnage"],
  ["pound", "lb lbs lbr pound pounds"],
  ["ton", "ton tons stn"],
  ["hundredweight", "cwt"],
  ["metre", "m mtr metre metres meter meters lfm lfdm lm ml mt metro metri metros lfd.m lfdm."],
  [
    "kilometre",
    "km kmt kilometre kilometres kilometer kilometers kilometro kilometros chilometro chilometri quilometro quilometros kms",
  ],
  ["mile", "mi mile miles smi"],
  ["foot", "ft foot feet fot lf lft"],
  ["yard", "yd yard yards yrd"],
  ["square-metre", "m2 m² mtk qm sqm mq m^2 quadratmeter sqmetre sqmetres sq.m vierkante-meter"],
  ["square-foot", "sf sqft sq.ft ft2 ft² ftk sq-ft"],
  ["cubic-metre", "m3 m³ mtq cbm mc m^3 kubikmeter"],
  ["cubic-yard", "cy cuyd yd3 ydq"],
  ["litre", "l ltr lt liter liters litre litres litro litros litri"],
  ["gallon", "gal gals gallon gallons gll"],
  ["kilowatt-hour", "kwh"],
  ["megawatt-hour", "mwh"],
  ["megabyte", "mb 4l megabyte megabytes"],
  ["gigabyte", "gb e34 go gigabyte gigabytes gib"],
  ["terabyte", "tb e35 terabyte terabytes tib"],
  ["percent", "% p1 prozent percent vh"],
  [
    "box",
    "bx box boxes xbx karton kartons kiste kisten carton cartons caja cajas scat scatola scatole caixa caixas doos dozen(nl) ct ctn krt kart",
  ],
  [
    "pack",
    "pk pkg pack packs package packages xpk packung packungen paket pakete paquet paquets pak pakken paquete paquetes pacco pacchi pacote pacotes ve pkt pck conf colis colli",
  ],
  [
    "pallet",
    "xpx pallet pallets palette paletten palettes pal plt palet bancale bancali palete paletes europaletten europalette pale pales pallett",
  ],
  ["bag", "xbg bg sc bag bags beutel sack sacke saecke sac sacs zak zakken saco sacos sacco sacchi"],
  ["roll", "xro roll rolls rolle rollen rouleau rouleaux rol rollo rollos rotolo rotoli rolo rolos rl"],
  ["case", "case cases cs caisse caisses cassa casse"],
  ["crate", "ki kasten kisten kiste krat kratten harasse harassen"],
  ["keg", "keg kegs fas fass faesser fut futs vat vaten fusto fusti barril barriles"],
  ["can", "cn can dose dosen bidon bidons canette canettes lata latas lattina lattine blik blikken"],
  ["tube", "tube tubes tubo tubos tubi"],
  ["drum", "drum drums trommel trommeln trm touret tourets haspel haspels bobina bobinas tamburo"],
  ["pail", "pail pails eimer seau seaux emmer emmers cubo cubos secchio secchi balde baldes"],
  ["bunch", "bunch bunches bund buende botte bottes bos manojo manojos mazzo mazzi molho molhos"],
  ["tray", "barq barquette barquettes schale schalen vaschetta vaschette bandeja bandejas"],
  ["ring", "ring ringe"],
  ["load", "load loads ladung fuhre fuhren chargement chargements"],
  [
    "night",
    "night nights nacht nachte nuit nuits nuitee nuitees nachten noche noches notte notti noite noites ubernachtung ubernachtungen overnachting overnachtingen pernottamento pernottamenti dormida dormidas",
  ],
  ["shift", "shift shifts schicht schichten turno turnos turni vacation vacations ploegdienst"],
  [
    "lesson",
    "lesson lessons lecon lecons les lessen clase clases lezione lezioni aula aulas unterrichtsstunde",
  ],
  [
    "bottle",
    "bottle bottles flasche flaschen bouteille bouteilles fles flessen botella botellas bottiglia bottiglie garrafa garrafas",
  ],
  ["room", "room rooms zimmer raum chambre kamer"],
];

const fewWords = new Map<string, Unit>([
  ["labor hour", "hour"],
  ["labour hour", "hour"],
  ["lump sum", "lot"],
  ["a corpo", "lot"],
  ["half day", "half-day"],
  ["half days", "half-day"],
  ["halber tag", "half-day"],
  ["halbe tage", "half-day"],
  ["medio dia", "half-day"],
  ["media jornada", "half-day"],
  ["mezza giornata", "half-day"],
  ["halve dag", "half-day"],
  ["meio dia", "half-day"],
  ["man day", "day"],
  ["man days", "day"],
  ["working day", "day"],
  ["person day", "day"],
  ["sq ft", "square-foot"],
  ["sq m", "square-metre"],
  ["lfd m", "metre"],
  ["cu yd", "cubic-yard"],
  ["tanto alzado", "lot"],
  ["metro cuadrado", "square-metre"],
  ["metros cuadrados", "square-metre"],
  ["metro quadrato", "square-metre"],
  ["metri quadrati", "square-metre"],
  ["metro quadrado", "square-metre"],
  ["metros quadrados", "square-metre"],
  ["metre carre", "square-metre"],
  ["metres carres", "square-metre"],
  ["vierkante meter", "square-metre"],
  ["square metre", "square-metre"],
  ["square metres", "square-metre"],
  ["square meter", "square-metre"],
  ["square meters", "square-metre"],
  ["square foot", "square-foot"],
  ["square feet", "square-foot"],
  ["cubic metre", "cubic-metre"],
  ["cubic metres", "cubic-metre"],
  ["cubic yard", "cubic-yard"],
  ["cubic yards", "cubic-yard"],
  ["linear metre", "metre"],
  ["linear metres", "metre"],
  ["metro lineal", "metre"],
  ["metros lineales", "metre"],
  ["metro lineare", "metre"],
  ["metri lineari", "metre"],
  ["strekkende meter", "metre"],
]);

/** Printed words, folded and without points, to units. */
export const unitByWord: ReadonlyMap<string, Unit> = new Map([
  ...unitWords.flatMap(([unit, words]) =>
    words
      .split(" ")
      .filter((word) => !word.includes("(nl)"))
      .map((word) => [foldText(word).replace(/[.:()[\]*]+/g, ""), unit] as const),
  ),
  ...fewWords,
]);

/** Words that mean something else outside a unit column or a quantity cell. */
export const wordsThatNeedContext: ReadonlySet<string> = new Set(
  (
    "case cases cs can cans ki sc fas fut bos bund botte bottes dose dosen ring ringe tube tubes drum drums pail pails tray trays crate " +
    "crates trm krat blik lata cubo balde vat vaten kast kasten harasse trommel bunch fusto bobina schale " +
    "d h m t l g st ex un pt an no nr nos num mes mo mon at to ms lt set sets pa pr par one call calls site sites load word words document " +
    "documents message messages request requests page pages room rooms ton job jobs leistung auftrag server servers ticket tickets " +
    "verba lot lots box pack unit units user users person persons persona personas visit visits trip trips mi lm ml mt mc sf cy lf ff " +
    "ct ve pal conf gr act ie ls kit kits corpo fixe device devices ore ora dia dias paar gb go mb tb e34 e35 4l c62 h87 numero ano anos gg sett str strana strany strony ks dni hod rbh mies les aula aulas clase clases vacation vacations mt mte tour touren les nuit notte turno turni kms"
  ).split(" "),
);
