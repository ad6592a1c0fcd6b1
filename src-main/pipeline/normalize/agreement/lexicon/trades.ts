/**
 * Words by trade, folded, in seven languages: how firms call themselves, and what their papers are about.
 *
 * Long stems may stand inside a compound ("Gebäudereinigung"); words of up to five letters stand alone.
 */
const trades: Readonly<Record<string, string>> = {
  cleaning:
    "janitorial cleaning cleaner cleaners housekeeping reinigung reinigt putz nettoyage nettoie proprete limpieza limpiezas limpia pulizia pulizie pulisce schoonmaak reiniging limpeza limpezas glanz sparkle maids fensterputz vitres vidros cristales vetri",
  guarding:
    "security guarding guards protection wachdienst bewachung sicherheitsdienst werkschutz gardiennage surveillance securite vigilancia seguridad custodia guardia guardias vigilanza sicurezza guardie beveiliging bewaking seguranca vigilante",
  transport:
    "carriers carrier haulage freight trucking logistics cartage transport transports transporte transportes trasporti transportes spedition spediteur fracht transporteur vervoer autotrasporti camionnage messagerie coursier courier couriers messenger messengers kurier koerier mensajeria corriere estafeta linehaul delivery lieferung course velociped",
  passengers:
    "coaches coach charter buses travels cabs taxi taxis autocares autocar autobuses autobus minibus shuttle reisebus omnibus busreisen busbetrieb noleggio touringcar limousine chauffeur bustransport",
  plumbing:
    "plumbing plumber heating boiler sanitar installateur heizung klempner plomberie chauffage chaudiere fontaneria calefaccion caldera idraulica riscaldamento caldaia loodgieter sanitair verwarming canalizacao canalizador aquecimento water warmte",
  electrical:
    "electrical electric electrics electrician elektro elektrotechnik elektriker electricite electricien electricidad electricista elettrica elettricista impianti elettrici elektriciteit elektricien eletricidade eletricista cablage sparky",
  cooling:
    "hvac refrigeration aircon cooling klima kalte klimatechnik climatisation frigo climatizacion clima condizionamento koeling airco climatizacao",
  building:
    "construction builders building bau hochbau tiefbau bauunternehmung batiment maconnerie construcciones construccion costruzioni edile edilizia bouw bouwbedrijf aannemersbedrijf construcoes construcao fit-out fitout renovation",
  roofing:
    "roofing roofers dachdecker bedachung dach toiture couverture couvreur tejados cubiertas tetti coperture dakdekker dakwerken telhados",
  plastering:
    "plastering plasterers drywall verputz stuckateur gips platrerie platrier yesos intonaci stukadoor rebocos estuques",
  scaffolding:
    "scaffolding scaffold geruste gerustbau echafaudage echafaudages andamios ponteggi steigerbouw steiger andaimes",
  joinery:
    "joinery carpentry carpenter tischlerei schreinerei zimmerei menuiserie ebenisterie carpinteria falegnameria timmerwerken schrijnwerkerij timmerfabriek carpintaria marcenaria cabinetry millwork",
  painting:
    "painting painters decorators maler malerbetrieb peinture peintre pintura pinturas imbianchino tinteggiatura schilderwerken pinturas",
  garden:
    "landscaping landscapes gardens gardening grounds lawn mowing garten gartenbau galabau grunpflege jardins jardinage paysage paysagiste espaces-verts jardineria jardines giardini giardinaggio hovenier tuinen tuinaanleg groen jardinagem jardins arborist",
  winter: "winterdienst schneeraumung snow plowing ploughing deneigement sneeuwruiming sgombero-neve",
  lifts:
    "elevators elevator lifts aufzug aufzuge aufzugsbau lift ascenseurs ascenseur ascensores ascensor ascensori ascensore liften liftonderhoud elevadores",
  it: "computing computer computers software informatik it-systeme systemhaus informatique informatica datacenter rechenzentrum hosting cloud saas servers server systems netzwerk netwerk datacentre helpdesk kubernetes webhosting technologies",
  web: "web website websites webdesign digital digitale online-shop pixel internet site sites seo tma webagentur wordpress",
  design:
    "design designs graphic graphics grafik graphisme branding packaging typografie imprenta-grafica diseno grafica ontwerp vormgeving artwork layout logo",
  marketing:
    "marketing advertising werbung werbeagentur agentur publicite communication communications publicidad comunicacion pubblicita comunicazione reclame reclamebureau publicidade kampagne campaign media",
  photo:
    "photography photographer photo fotografie fotograf photographie photographe fotografia fotografo fotos video film films",
  print:
    "printing printers print druckerei druck imprimerie impression imprenta impresion tipografia stampa drukkerij drukwerk grafica impressao",
  copiers:
    "burotechnik kopier kopiersysteme drucksysteme copiers copier bureautique photocopieur copiadoras fotocopiadora fotocopiatrici kopieermachine printers managed-print",
  legal:
    "solicitors attorneys lawyers law legal rechtsanwalte rechtsanwalt kanzlei avocats avocat notaire abogados abogado bufete avvocati studio-legale advocaten advogados notar",
  accounting:
    "accountants accountant accounting bookkeeping chartered steuerberatung steuerberater treuhand buchhaltung expertise-comptable expert-comptable comptable comptables asesoria gestoria contabilidad contable commercialisti commercialista contabilita boekhouding accountancy administratiekantoor contabilidade contabil",
  architecture:
    "architects architecture architekten architektur architecte architectes arquitectos arquitectura architetti architettura architecten arquitetos arquitetura interieur interiors amenagement innenarchitektur",
  engineering:
    "engineering engineers ingenieure ingenieurburo ingenierie ingenieria ingenieros ingegneria ingegneri ingenieursbureau engenharia surveyors surveying vermessung geometre topografia",
  training:
    "training academy schulung seminare weiterbildung formation formations formateur competences formacion cursos formazione corsi opleiding opleidingen cursussen formacao coaching",
  language:
    "translation translations translators interpreting interpreters ubersetzung ubersetzungen dolmetscher dolmetschen sprachen traduction traductions interpretes traducciones traduccion traduzioni traduzione interpreti vertaling vertalingen vertaalbureau traducoes traducao lingua linguistic",
  staffing:
    "staffing personnel temp temps recruitment zeitarbeit personaldienst personalservice interim interimaire trabajo-temporal ett lavoro-interinale somministrazione detachering uitzendbureau uitzend trabalho-temporario labour-hire",
  catering:
    "catering caterers caterer traiteur banquet partyservice comedores cocina ristorazione mensa cateringbedrijf refeicoes buffet kitchen",
  lodging:
    "hotel hotels hostel pension gasthof lodging rooms zimmer ubernachtung chambres chambre nuitees habitaciones alojamiento albergo camere soggiorno kamers overnachting quartos quarto alojamento guesthouse",
  hire: "hire rentals rental rents mietpark vermietung verleih baumaschinen location loueur alquiler alquileres renta arrendamiento noleggi noleggio verhuur aluguer alugueres plant-hire equipment sheds cranes crane kran krane grue grues gruas montacargas forklift stapler",
  waste:
    "waste dumpster roll-off skips skip recycling entsorgung container containerdienst dechets bennes benne residuos contenedores rifiuti smaltimento afval containers residuos recolha",
  storage:
    "warehousing warehouse storage lager lagerung lagerhaus entreposage stockage almacen almacenaje almacenamiento magazzino stoccaggio magazijn opslag armazem armazenagem",
  laboratory:
    "laboratory laboratories laboratorio laboratorios laboratoire labor analytical analytics analyses analysis analisis analisi sampling muestras campioni proben samples",
  drilling:
    "drilling boreholes borehole waterbore bohrung brunnenbau forage forages perforaciones sondeos trivellazioni grondboring furos sondagens",
  concrete: "concrete ready-mix readymix ready mix beton betonwerk hormigon hormigones calcestruzzo betao",
  moving:
    "movers moving removals umzug umzuge demenagement demenagements demenageur mudanzas traslochi verhuizingen verhuizers mudancas",
  events:
    "events event veranstaltungstechnik buhnentechnik tontechnik eventtechnik evenementiel sonorisation eventos sonido eventi evenementen klangraum stage audio sound lighting",
  health:
    "clinic medical dental physiotherapy praxis arzt pflege pflegedienst soins infirmier clinica clinicas salud sanitaria zorg thuiszorg saude",
  childcare: "nursery kindergarten kita creche guarderia asilo kinderopvang infantario",
  shearing: "shearing sheep shear wool esquila tosatura schafschur tonte",
  traffic: "traffic verkehrssicherung absicherung signalisation senalizacion segnaletica verkeersregelaars",
  property:
    "lettings letting estates hausverwaltung immobilien immobilier inmobiliaria administracion-de-fincas immobiliare vastgoed beheer imobiliaria facility facilities",
};

const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .split(" ")
      .map((word) => (word.length > 6 ? word : `(?<![a-z])${word}(?![a-z])`))
      .join("|"),
  );

const patterns: readonly (readonly [trade: string, pattern: RegExp])[] = Object.entries(trades).map(
  ([trade, words]) => [trade, patternOf(words)],
);

/** The trades that the words of a folded text tell of. */
export const tradesIn = (folded: string): ReadonlySet<string> =>
  new Set(patterns.flatMap(([trade, pattern]) => (pattern.test(folded) ? [trade] : [])));
