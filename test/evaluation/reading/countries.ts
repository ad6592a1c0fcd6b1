import type { Tongue } from "./phrases.ts";

type DateShape = (year: number, month: number, day: number) => string;

/** How one country prints figures, dates and addresses, with invented companies that have valid check digits. */
export interface Country {
  readonly code: string;
  readonly tongue: Tongue;
  readonly currency: string;
  /** Where a currency mark stands: "€ 1,00", "1,00 €", "$1.00". */
  readonly marks: readonly ((figure: string) => string)[];
  readonly decimal: "." | ",";
  /** Group marks in use; an empty one prints "1234,50". */
  readonly groups: readonly string[];
  readonly taxRates: readonly string[];
  readonly dates: readonly DateShape[];
  readonly sellers: readonly (readonly [name: string, street: string, town: string, taxId: string])[];
  readonly buyers: readonly (readonly [name: string, street: string, town: string])[];
  readonly land: string;
  readonly account: string;
  readonly windowSide: "left" | "right";
}

const two = (value: number): string => String(value).padStart(2, "0");
const dotted: DateShape = (year, month, day) => `${two(day)}.${two(month)}.${year}`;
const slashed: DateShape = (year, month, day) => `${two(day)}/${two(month)}/${year}`;
const dashed: DateShape = (year, month, day) => `${two(day)}-${two(month)}-${year}`;
const short: DateShape = (year, month, day) => `${two(day)}.${two(month)}.${two(year % 100)}`;
const iso: DateShape = (year, month, day) => `${year}-${two(month)}-${two(day)}`;
const american: DateShape = (year, month, day) => `${two(month)}/${two(day)}/${year}`;
const american2: DateShape = (year, month, day) => `${month}/${day}/${two(year % 100)}`;
const named =
  (months: string, shape: (day: number, month: string, year: number) => string): DateShape =>
  (year, month, day) =>
    shape(day, months.split(" ")[month - 1] ?? "", year);

const english = "January February March April May June July August September October November December";
const englishShort = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
const german = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
const french = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
const dutch = "januari februari maart april mei juni juli augustus september oktober november december";
const spanish = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre";
const italian =
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre";
const portuguese = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro";

const euro = [
  (figure: string): string => `${figure} €`,
  (figure: string): string => `€ ${figure}`,
  (figure: string): string => `${figure} EUR`,
  (figure: string): string => `€${figure}`,
];

export const countries: readonly Country[] = [
  {
    code: "GB",
    tongue: "en",
    currency: "GBP",
    marks: [(figure) => `£${figure}`, (figure) => `GBP ${figure}`, (figure) => `£ ${figure}`],
    decimal: ".",
    groups: [",", ","],
    taxRates: ["20"],
    dates: [
      slashed,
      named(english, (day, month, year) => `${day} ${month} ${year}`),
      named(englishShort, (day, month, year) => `${two(day)}-${month}-${year}`),
      iso,
    ],
    sellers: [
      ["Harrow Lane Consulting Ltd", "14 Harrow Lane", "Leeds LS1 4AP", "GB980780684"],
      ["Brightwater Fabrication Limited", "Unit 7, Dock Road", "Hull HU1 2AA", "GB980780684"],
      ["Oakfield & Stone LLP", "2 Chapel Walk", "Manchester M2 1HN", "GB980780684"],
    ],
    buyers: [
      ["Penrose Vale LLP", "88 Castle Street", "Bristol BS1 3XD"],
      ["Northgate Housing Association Ltd", "3 Minster Yard", "York YO1 7HH"],
      ["Stratton Foods plc", "Mill House, 9 Weir Lane", "Bath BA1 5NX"],
    ],
    land: "United Kingdom",
    account: "GB82WEST12345698765432",
    windowSide: "left",
  },
  {
    code: "US",
    tongue: "en",
    currency: "USD",
    marks: [(figure) => `$${figure}`, (figure) => `$ ${figure}`, (figure) => `USD ${figure}`],
    decimal: ".",
    groups: [",", ","],
    taxRates: ["8.25", "6", "7"],
    dates: [
      named(english, (day, month, year) => `${month} ${day}, ${year}`),
      american,
      american2,
      named(englishShort, (day, month, year) => `${month} ${day}, ${year}`),
    ],
    sellers: [
      ["Redwood Site Services, Inc.", "4410 Harbor Blvd, Suite 200", "Oakland, CA 94607", "94-1234567"],
      ["Lakeshore Fabricators LLC", "17 Mill Street", "Duluth, MN 55802", "41-7654321"],
      ["Prairie Creek Design Group", "901 Walnut Ave", "Des Moines, IA 50309", "42-7654321"],
    ],
    buyers: [
      ["Cascade Property Group LLC", "900 5th Avenue", "Seattle, WA 98104"],
      ["Brookfield School District", "12 Elm Street", "Brookfield, WI 53005"],
      ["Hanover Medical Center, Inc.", "2200 Riverside Drive", "Columbus, OH 43215"],
    ],
    land: "USA",
    account: "",
    windowSide: "left",
  },
  {
    code: "AU",
    tongue: "en",
    currency: "AUD",
    marks: [(figure) => `$${figure}`, (figure) => `A$${figure}`, (figure) => `AUD ${figure}`],
    decimal: ".",
    groups: [","],
    taxRates: ["10"],
    dates: [slashed, named(english, (day, month, year) => `${day} ${month} ${year}`)],
    sellers: [["Wattle Creek Electrical Pty Ltd", "31 Smith Street", "Fitzroy VIC 3065", "51 824 753 556"]],
    buyers: [["Harbour View Strata Pty Ltd", "5 George Street", "Sydney NSW 2000"]],
    land: "Australia",
    account: "",
    windowSide: "left",
  },
  {
    code: "IE",
    tongue: "en",
    currency: "EUR",
    marks: [(figure) => `€${figure}`, (figure) => `€ ${figure}`, (figure) => `EUR ${figure}`],
    decimal: ".",
    groups: [","],
    taxRates: ["23", "13.5"],
    dates: [slashed, named(english, (day, month, year) => `${day} ${month} ${year}`)],
    sellers: [["Liffey Systems Limited", "20 Merchants Quay", "Dublin 8, D08 K2W3", "IE6388047V"]],
    buyers: [["Galway Bay Hotels DAC", "1 Eyre Square", "Galway H91 X2Y8"]],
    land: "Ireland",
    account: "IE29AIBK93115212345678",
    windowSide: "left",
  },
  {
    code: "DE",
    tongue: "de",
    currency: "EUR",
    marks: euro,
    decimal: ",",
    groups: [".", ".", ""],
    taxRates: ["19", "7"],
    dates: [dotted, dotted, named(german, (day, month, year) => `${day}. ${month} ${year}`), short],
    sellers: [
      ["Werkhaus Anlagenbau GmbH", "Industriestraße 12", "70565 Stuttgart", "DE136695976"],
      ["Lindner & Söhne KG", "Am Hafen 3", "20457 Hamburg", "DE136695976"],
      ["Malerbetrieb Huber e.K.", "Gartenweg 8", "80331 München", "DE136695976"],
    ],
    buyers: [
      ["Stadtwerke Nordtal AG", "Rathausplatz 1", "38100 Braunschweig"],
      ["Hotel Seeblick GmbH", "Uferweg 9", "88131 Lindau"],
      ["Brauerei Thalmann GmbH & Co. KG", "Sudhausgasse 4", "96047 Bamberg"],
    ],
    land: "Deutschland",
    account: "DE89370400440532013000",
    windowSide: "left",
  },
  {
    code: "AT",
    tongue: "de",
    currency: "EUR",
    marks: [...euro].reverse(),
    decimal: ",",
    groups: [".", " "],
    taxRates: ["20", "10"],
    dates: [
      dotted,
      named(german.replace("Januar", "Jänner"), (day, month, year) => `${day}. ${month} ${year}`),
    ],
    sellers: [["Tischlerei Bergmann GmbH", "Ringstraße 1", "1010 Wien", "ATU12345675"]],
    buyers: [["Gasthof Alpenblick KG", "Hauptplatz 5", "8010 Graz"]],
    land: "Österreich",
    account: "AT611904300234573201",
    windowSide: "left",
  },
  {
    code: "CH",
    tongue: "de",
    currency: "CHF",
    marks: [(figure) => `CHF ${figure}`, (figure) => `Fr. ${figure}`, (figure) => `${figure} CHF`],
    decimal: ".",
    groups: ["'", "’"],
    taxRates: ["8.1", "2.6"],
    dates: [dotted, named(german, (day, month, year) => `${day}. ${month} ${year}`)],
    sellers: [["Brunner Haustechnik AG", "Seestrasse 40", "8002 Zürich", "CHE-116.281.710"]],
    buyers: [["Hotel Rigi AG", "Bahnhofstrasse 2", "6003 Luzern"]],
    land: "Schweiz",
    account: "CH9300762011623852957",
    windowSide: "right",
  },
  {
    code: "FR",
    tongue: "fr",
    currency: "EUR",
    marks: euro,
    decimal: ",",
    groups: [" ", "\u00a0", "\u202f"],
    taxRates: ["20", "10", "5,5"],
    dates: [slashed, slashed, named(french, (day, month, year) => `${day} ${month} ${year}`)],
    sellers: [
      ["Atelier du Vieux Pont SARL", "12 rue des Tanneurs", "69005 Lyon", "FR83404833048"],
      ["Menuiserie Delorme SAS", "4 chemin du Bois", "31000 Toulouse", "FR83404833048"],
    ],
    buyers: [
      ["Hôtel des Arcades SAS", "2 place de la République", "33000 Bordeaux"],
      ["Clinique Saint-Roch SA", "17 avenue Foch", "44000 Nantes"],
    ],
    land: "France",
    account: "FR1420041010050500013M02606",
    windowSide: "right",
  },
  {
    code: "BE",
    tongue: "nl",
    currency: "EUR",
    marks: euro,
    decimal: ",",
    groups: [".", " "],
    taxRates: ["21", "6"],
    dates: [slashed, named(dutch, (day, month, year) => `${day} ${month} ${year}`)],
    sellers: [["Peeters Dakwerken BV", "Kerkstraat 7", "2000 Antwerpen", "BE0428759497"]],
    buyers: [["Immo Leiekant NV", "Grote Markt 3", "8500 Kortrijk"]],
    land: "België",
    account: "BE68539007547034",
    windowSide: "right",
  },
  {
    code: "NL",
    tongue: "nl",
    currency: "EUR",
    marks: [euro[1] ?? String, euro[0] ?? String, euro[2] ?? String],
    decimal: ",",
    groups: [".", "."],
    taxRates: ["21", "9"],
    dates: [dashed, named(dutch, (day, month, year) => `${day} ${month} ${year}`), slashed],
    sellers: [
      ["Van der Velde Techniek B.V.", "Havenkade 21", "3011 AB Rotterdam", "NL004495445B01"],
      ["Studio Noorderlicht B.V.", "Stationsweg 4", "9726 AC Groningen", "NL004495445B01"],
    ],
    buyers: [
      ["Zuiderwoude Beheer N.V.", "Dorpsstraat 5", "1151 CA Broek"],
      ["Bakkerij Kruimel B.V.", "Molenweg 44", "5611 ZT Eindhoven"],
    ],
    land: "Nederland",
    account: "NL91ABNA0417164300",
    windowSide: "left",
  },
  {
    code: "ES",
    tongue: "es",
    currency: "EUR",
    marks: euro,
    decimal: ",",
    groups: [".", "", "."],
    taxRates: ["21", "10"],
    dates: [slashed, named(spanish, (day, month, year) => `${day} de ${month} de ${year}`), dashed],
    sellers: [
      ["Talleres Garriga S.L.", "Calle Mayor 12", "08002 Barcelona", "B58818501"],
      ["Reformas Olivares S.A.", "Avda. de la Constitución 8", "41001 Sevilla", "A58818501"],
    ],
    buyers: [
      ["Hoteles Miramar S.A.", "Paseo Marítimo 3", "29016 Málaga"],
      ["Clínica Santa Ana S.L.", "Gran Vía 40", "28013 Madrid"],
    ],
    land: "España",
    account: "ES9121000418450200051332",
    windowSide: "right",
  },
  {
    code: "IT",
    tongue: "it",
    currency: "EUR",
    marks: euro,
    decimal: ",",
    groups: [".", "", "."],
    taxRates: ["22", "10"],
    dates: [slashed, named(italian, (day, month, year) => `${day} ${month} ${year}`), dashed],
    sellers: [
      ["Officine Bellini S.r.l.", "Via Roma 15", "10121 Torino TO", "IT00743110157"],
      ["Edil Marconi S.p.A.", "Corso Italia 30", "20122 Milano MI", "IT00743110157"],
    ],
    buyers: [
      ["Albergo del Lago S.r.l.", "Piazza Garibaldi 2", "22100 Como CO"],
      ["Cantine Rossetti S.p.A.", "Via Verdi 8", "37121 Verona VR"],
    ],
    land: "Italia",
    account: "IT60X0542811101000000123456",
    windowSide: "right",
  },
  {
    code: "PT",
    tongue: "pt",
    currency: "EUR",
    marks: euro,
    decimal: ",",
    groups: [".", "", " "],
    taxRates: ["23", "13"],
    dates: [slashed, dashed, named(portuguese, (day, month, year) => `${day} de ${month} de ${year}`), iso],
    sellers: [["Oficinas Tejo, Lda.", "Rua Augusta 100", "1100-053 Lisboa", "PT503504564"]],
    buyers: [["Hotelaria Douro, S.A.", "Avenida dos Aliados 20", "4000-066 Porto"]],
    land: "Portugal",
    account: "PT50000201231234567890154",
    windowSide: "right",
  },
];
