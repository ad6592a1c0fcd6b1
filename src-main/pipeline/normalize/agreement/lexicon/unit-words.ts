import type { Cadence, Unit } from "../../../../../src-shared/model/index.ts";

/** Folded words that name a unit, with the product's name for it. Plurals in s, n, en are found by rule. */
const unitWords: Readonly<Record<Unit, string>> = {
  hour: "hour hr hrs h stunde std stdn heure hourly man-hour manhour person-hour labor-hour hours-worked horas hora ora ore uur uren manuur heures stunden std. arbeitsstunde",
  minute: "minute min mins minuten minuto minuti minutos minuut",
  day: "day gg dgn jrs tag jour journee diem md man-day man-days mandays manday person-day personentag manntag arbeitstag werktag bankarbeitstag kalendertag tage tagen jours daily dia dias giorno giorni giornata giornate jornada jornadas dag dagen werkdag werkdagen lavorativi arbeitstage manntage kalenderdag j",
  "half-day": "half-day halftag halbtag halbtage demi-journee demi-journees dagdeel dagdelen",
  week: "week wk woche semaine weekly semana semanas settimana settimane weken wochen semaines werkweek semanales",
  month:
    "month mo monat mois monate monaten mes meses mese mesi maand maanden kalendermonat kalendermonate kalendermaand kalendermaanden",
  quarter: "quarter quartal trimestre kwartaal kwartalen trimestri trimestres quartale",
  "half-year": "half-year halfyear halbjahr halbjahre semestre semestres halfjaar semester semesters",
  year: "year yr jahr an annee annum jahre jahren ans ano anos anno anni jaar jaren ejercicio kalenderjahr kalenderjaar annees",
  each: "each ea apiece stk st u cad cadauno cadauna cada",
  piece: "piece stuk pc pcs pce stuck stueck pieza piezas peca pecas stuks pezzo pezzi",
  unit: "unit einheit unite item unidad unidades unidade unidades eenheid unita unites",
  set: "set satz sets kit kits jogo jogos garnitur",
  pair: "pair paar paire paires pares paio paia paren",
  dozen: "dozen dz",
  lot: "lot lote lotes lotto lotti",
  job: "job project auftrag order encargo lavoro klus opdracht trabajo trabalho",
  visit:
    "visit call-out callout besuch visite service-call truck-roll dispatch visita visitas visites intervention interventions intervento interventi bezoek beurt einsatz einsatze besuche wartung intervencion intervenciones intervencao voorrijden ausruckung ausruckungen passage passages",
  trip: "trip fahrt trajet journey round-trip one-way anfahrt viaje viajes viagem viagens viaggio viaggi rit ritten trayecto trayectos course tour touren deslocacao deslocacoes desplazamiento desplazamientos deplacement deplacements trasferta trasferte",
  session:
    "session sitzung workshop sesion sesiones sessione sessioni sessao sessoes sessie seance seances zitting sessies termin termine",
  call: "call anruf appel llamada llamadas chiamata chiamate chamada anrufe appels chamadas oproep oproepen",
  ticket: "ticket tickets",
  incident:
    "incident vorfall vorfalle storung storungen incidencia incidencias incidente incidentes incidenti storing storingen panne pannes averia averias guasto guasti avaria avarias",
  seat: "seat platz platze place places plaza plazas posto posti lugar lugares stellplatz stellplatze",
  user: "user nutzer benutzer utilisateur subscriber anwender employee mitarbeiter member usuario usuarios utente utenti gebruiker gebruikers utilizador utilizadores utilisateurs funcionario funcionarios empleado empleados dipendente dipendenti werknemer werknemers medewerker medewerkers salarie salaries colaborador colaboradores trabajador trabajadores",
  license: "license licence lizenz licencia licencias licenza licenze licentie licenca licencas",
  device:
    "device gerat endpoint workstation laptop printer appareil gerate appareils dispositivo dispositivos dispositivi equipo equipos apparaat apparaten aparelho toestel toestellen apparecchio apparecchi aparelhos",
  server: "server vm serveur servers serveurs servidor servidores",
  site: "site location standort standorte sites sede sedes sedi vestiging vestigingen filiale filialen",
  page: "page seite pagina paginas pagine bladzijde textseite",
  word: "word wort mot palabra palabras palavra palavras parola parole woord woorden wortern worter mots",
  document: "document dokument documento documenti documents documentos documentos belege beleg documenten",
  transaction:
    "transaction transaktion transaktionen transactions transaccion transacciones transazione transazioni transacao transacoes transactie transacties buchung buchungen lancamento lancamentos boekingen asiento asientos ecriture ecritures",
  message: "message sms nachricht nachrichten mensaje mensajes messaggio messaggi mensagem mensagens",
  request: "request anfrage anfragen solicitud solicitudes richiesta richieste aanvraag aanvragen",
  kilogram:
    "kilogram kilogramm kg kgs kilo chilo chilogrammo chili chilogrammi kilos kilogramo kilogramos quilo quilos kilogramme kilogrammes",
  gram: "gram gramm g",
  tonne: "tonne metric-ton t tonelada toneladas tonnellata tonnellate tonnes tonnen",
  pound: "lb lbs",
  ton: "ton",
  hundredweight: "cwt hundredweight",
  metre: "metre meter lfm lm m metro metros metri metres laufmeter ml strekkende strekkende-meter m1 lm.",
  kilometre:
    "kilometre kilometer km kilometro kilometros kilometri chilometro chilometri quilometro quilometros kilometres",
  mile: "mile mi",
  foot: "foot feet ft lf",
  yard: "yard yd",
  "square-metre": "sqm m2 m² quadratmeter qm metro-quadrato mq metre-carre m2. qm. vierkante metro2",
  "square-foot": "sqft sf ft2",
  "cubic-metre": "cbm m3 m³ kubikmeter",
  "cubic-yard": "cy",
  litre: "litre liter ltr litro litros litri liters ltr.",
  gallon: "gallon gal",
  "kilowatt-hour": "kwh kilowattstunde",
  "megawatt-hour": "mwh",
  megabyte: "mb megabyte",
  gigabyte: "gb gigabyte gigabytes gigaoctets go",
  terabyte: "tb terabyte",
  box: "box carton karton doos dozen kartons cartons caja cajas scatola scatole caixa caixas collo colli colis kolli bulto bultos volume volumes",
  pack: "pack package packung pakket pakketten paquet paquets paquete paquetes pacco pacchi pacote pacotes paket pakete",
  pallet:
    "pallet skid palette pallets palett paletten palettes pallets bancale bancali pedana pedane palete paletes",
  bottle:
    "bottle bottles flasche flaschen bouteille bouteilles botella botellas bottiglia bottiglie garrafa garrafas fles flessen",
  bag: "bag sack sacco sacchi saco sacos zak zakken sac sacs bolsa bolsas sacke beutel",
  roll: "roll rolle rollen rouleau rouleaux rollo rollos rotolo rotoli rolo rolos",
  load: "load truckload ladung ladungen fuhre fuhren chargement chargements carga cargas carico carichi vracht vrachten lading ladingen",
  room: "room zimmer chambre chambres habitacion habitaciones camera camere quarto quartos kamer kamers",
  shift: "shift schicht turno turnos turni dienst poste",
  night: "night nacht nuit noche noches notte notti noite noites nachten nuits nuitee nuitees",
  container:
    "container bin dumpster contenedor contenedores contenitore cassonetto contentor bins behalter tonne-container recipiente conteneur conteneurs bac bacs mulde mulden benne bennes cassone cassoni contentores",
  vehicle:
    "vehicle truck car van camion camions camiones lkw lastwagen vrachtwagen camionnette furgon furgone fahrzeug fahrzeuge vehicule vehicules vehiculo vehiculos veicolo veicoli veiculo veiculos voertuig voertuigen",
  shipment:
    "shipment sendung consignment sendungen envoi envois expedition expeditions envio envios spedizione spedizioni zending zendingen",
  stop: "stop stopp halt arret parada paradas fermata fermate paragem stops",
  pickup:
    "pickup pick-up collection haul pull abholung abholungen enlevement enlevements recogida recogidas ritiro ritiri recolha recolhas ophaling",
  delivery: "delivery lieferung entrega entregas consegna consegne levering livraison livraisons",
  image:
    "image photo bild bilder foto fotos photos photographie photographies imagen imagenes immagine immagini imagem imagens fotografia fotografias fotografie",
  post: "post article",
  click: "click klick klicks clic clics clique cliques",
  impression: "impression",
  lead: "lead",
  contact: "contact kontakt kontakte contacto contactos contatto contatti contato contatos",
  record: "record datensatz datensatze registro registros enregistrement enregistrements",
  port: "port",
  line: "line zeile zeilen normzeile normzeilen ligne lignes linea lineas riga righe linha linhas regel regels",
  channel: "channel",
  mbps: "mbps",
  gbps: "gbps",
  sample:
    "sample probe proben echantillon echantillons muestra muestras campione campioni amostra amostras monster monsters",
  test: "test prueba pruebas essai essais ensaio ensaios",
  inspection:
    "inspection inspektion inspektionen prufung prufungen inspections inspeccion inspecciones ispezione ispezioni inspecao inspecoes keuring keuringen inspectie inspecties",
  report:
    "report bericht berichte rapport rapports informe informes relazione relazioni relatorio relatorios rapporten",
  claim: "claim",
  case: "case",
  file: "file akte akten dossier dossiers expediente expedientes pratica pratiche processo processos",
  matter: "matter",
  round:
    "round revision revision-round revisions korrekturschleife korrekturschleifen korrekturrunde korrekturrunden korrekturlauf ronda rondas revisiones revisione revisioni revisao revisoes correctieronde correctierondes aller-retour",
  tree: "tree baum baume arbre arbres arbol arboles albero alberi arvore arvores boom bomen",
  window: "window fenster fenetre fenetres ventana ventanas finestra finestre janela janelas raam ramen",
  door: "door tur turen porte portes puerta puertas porta deur deuren",
  person:
    "person personne guest attendee participant teilnehmer passenger persona personas persone persoon personen pessoa pessoas gast gaste couvert couverts invitado comensal coperto ospite convive convives convidado personnes delegate pax cover head heads kopf tete cabeza testa cabeca hoofd pers pers.",
  meal: "meal mahlzeit mahlzeiten essen repas comida comidas pasto pasti refeicao refeicoes maaltijd maaltijden menu menus menus",
  meeting:
    "meeting besprechung besprechungen reunion reunions reuniones riunione riunioni reuniao reunioes vergadering vergaderingen",
  "meter-hour": "meter-hour",
  filter: "filter filtre filtres filtro filtros filtri",
  machine: "machine unit-of-equipment maschine maschinen maquina maquinas macchina macchine machines",
  panel: "panel paneel panelen panneau panneaux paneles pannello pannelli painel paineis",
  application: "application",
  invoice:
    "invoice rechnung rechnungen facture factures factura facturas fattura fatture fatura faturas factuur facturen",
  property: "property immobilie objekt objekte inmueble immobile imovel",
  apartment:
    "apartment flat flats wohnung wohnungen appartement appartements piso pisos vivienda viviendas appartamento appartamenti apartamento apartamentos fracao fracoes woning woningen lot-principal",
  student: "student pupil schuler eleve eleves alumno alumnos alunno alunni aluno alunos leerling leerlingen",
  course: "course class",
  event: "event veranstaltung veranstaltungen evento eventos eventi evenement evenements evenement",
  resource: "resource",
  fte: "fte",
  credit: "credit",
  sprint: "sprint",
  barrel: "barrel bbl",
  hectare: "hectare ha",
  deliverable: "deliverable livrable livrables entregable entregables",
  hearing: "hearing audience audiences audiencia audiencias udienza udienze",
  deposition: "deposition",
  interview: "interview",
  hire: "placement",
  desk: "desk arbeitsplatz arbeitsplatze puesto puestos postazione postazioni werkplek werkplekken",
  phone: "phone handset extension nebenstelle nebenstellen extensiones ramal ramais",
  number: "did",
  mailbox: "mailbox postfach postfacher buzon buzones casella caselle",
  domain: "domain dominio dominios domini domaine domaines domein domeinen",
  certificate:
    "certificate zertifikat zertifikate certificat certificats certificado certificados certificato certificati certificaat certificaten",
  batch: "batch",
  sheet: "sheet drawing",
  lift: "lift uplift emptying leerung levee vuelco svuotamento leerungen lediging ledigingen vidage vidages vaciado vaciados svuotamenti",
  payslip:
    "payslip payslips lohnabrechnung cedolino nomina loonstrook lohnabrechnungen cedolini nominas bulletin bulletins loonstroken holerite holerites",
  participant: "participante partecipante deelnemer",
  kva: "kva",
  kw: "kw",
  booking: "booking bookings reserva reservas prenotazione prenotazioni reservation reservations boeking",
  guard: "guard guards wachmann wachleute vigilante vigilantes bewaker bewakers",
};

const unitByWord = new Map<string, Unit>();
for (const [unit, words] of Object.entries(unitWords)) {
  for (const word of words.split(" ")) if (word !== "") unitByWord.set(word, unit);
}

/** Unit of a folded word, plural or not; `null` for other words. */
export function unitOfWord(word: string): Unit | null {
  const known = unitByWord.get(word);
  if (known !== undefined) return known;
  for (const ending of ["s", "n", "en", "e", "es"]) {
    if (word.length > ending.length + 1 && word.endsWith(ending)) {
      const stem = unitByWord.get(word.slice(0, -ending.length));
      if (stem !== undefined && word.length > 3) return stem;
    }
  }
  return (
    unitOfCompoundWord(word) ??
    (word.endsWith("ies") ? (unitByWord.get(`${word.slice(0, -3)}y`) ?? null) : null)
  );
}

/** "Monteurstunde", "Lastkilometer", "werkuren": in German and Dutch the last part of a word says what it counts. */
function unitOfCompoundWord(word: string): Unit | null {
  if (ownDays.test(word)) return null;
  for (const [ending, unit] of compoundEndings)
    if (word.length > ending.length + 2 && word.endsWith(ending)) return unit;
  return null;
}
/** Days of the week and of the calendar, which are no measure of work. */
const ownDays =
  /^(?:mon|diens|donners|frei|sams|sonn|feier|stich|mit|vormit|nachmit|geburts|all|maan|dins|woens|donder|vrij|zater|zon|feest|ver)(?:tag|tage|tages|dag|dagen)$/;
const compoundEndings: readonly (readonly [string, Unit])[] = [
  ["stunde", "hour"],
  ["stunden", "hour"],
  ["uren", "hour"],
  ["uur", "hour"],
  ["tag", "day"],
  ["tage", "day"],
  ["dag", "day"],
  ["dagen", "day"],
  ["zeile", "line"],
  ["seite", "page"],
  ["kilometer", "kilometre"],
  ["kilometern", "kilometre"],
];

/** Units that pass on a calendar. */
export const timeUnits: ReadonlySet<Unit> = new Set([
  "hour",
  "minute",
  "day",
  "week",
  "month",
  "quarter",
  "year",
]);

/** Periods of billing; hours and days are work. */
export const cadenceOfUnit: Readonly<Record<string, Cadence>> = {
  week: "week",
  month: "month",
  quarter: "quarter",
  "half-year": "half-year",
  year: "year",
};
