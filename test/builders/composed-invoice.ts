import type { ReadDocument } from "../../src-shared/model/index.ts";
import { Paper } from "./paper.ts";

export type Language = "en" | "us" | "de" | "fr" | "nl" | "es" | "it" | "pt";

export interface ComposedLine {
  readonly description: string;
  readonly wrapped: string | null;
  readonly quantity: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly price: string;
  readonly amount: string;
}

/** What the composed paper says, in the canonical spelling of the model. */
export interface ComposedTruth {
  readonly language: Language;
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string | null;
  readonly orderReference: string | null;
  /** `null` where the paper names none. */
  readonly currency: string | null;
  readonly seller: string;
  readonly buyer: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly iban: string | null;
  readonly lines: readonly ComposedLine[];
}

export interface Composed {
  readonly document: ReadDocument;
  readonly truth: ComposedTruth;
  /** The blocks that were drawn, for the name of a test. */
  readonly plan: string;
}

interface Words {
  readonly title: readonly string[];
  readonly number: readonly string[];
  readonly issue: readonly string[];
  readonly due: readonly string[];
  readonly order: readonly string[];
  readonly billTo: readonly string[];
  readonly description: readonly string[];
  readonly quantity: readonly string[];
  readonly unit: readonly string[];
  readonly price: readonly string[];
  readonly amount: readonly string[];
  readonly taxRate: readonly string[];
  readonly position: readonly string[];
  readonly net: readonly string[];
  readonly tax: readonly string[];
  readonly gross: readonly string[];
  readonly currency: string;
  readonly symbol: string;
  readonly decimal: "." | ",";
  readonly group: string;
  readonly rate: string;
  readonly hours: readonly [word: string, name: string];
  readonly pieces: readonly [word: string, name: string];
  readonly sellers: readonly (readonly [name: string, street: string, city: string, taxId: string])[];
  readonly buyers: readonly (readonly [name: string, street: string, city: string])[];
  readonly iban: string;
  readonly dates: readonly ((year: number, month: number, day: number) => string)[];
  readonly items: readonly string[];
  readonly notes: readonly string[];
}

const two = (value: number): string => String(value).padStart(2, "0");
const dotted = (year: number, month: number, day: number): string => `${two(day)}.${two(month)}.${year}`;
const slashed = (year: number, month: number, day: number): string => `${two(day)}/${two(month)}/${year}`;
const dashed = (year: number, month: number, day: number): string => `${two(day)}-${two(month)}-${year}`;
const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
const named =
  (months: string, shape: (day: number, month: string, year: number) => string) =>
  (year: number, month: number, day: number): string =>
    shape(day, months.split(" ")[month - 1]!, year);

/** A telephone line, a friendly sentence and a legal one, each with numbers that are none of the invoice. */
const noise: Readonly<Record<Language, readonly [phone: string, thanks: string, law: string]>> = {
  en: [
    "Tel 0113 496 0000 · Fax 0113 496 0001",
    "Thank you for your order of 12 January.",
    "Interest of 8% above base rate is charged on overdue invoices after 30 days.",
  ],
  us: [
    "Phone (510) 555-0142 · Fax (510) 555-0143",
    "Thank you for your business!",
    "A finance charge of 1.5% per month applies to balances over 30 days.",
  ],
  de: [
    "Tel. 0711 123456-0 · Fax 0711 123456-9",
    "Vielen Dank für Ihren Auftrag vom 12. Januar.",
    "Bei Zahlungsverzug berechnen wir 9 Prozentpunkte über dem Basiszinssatz.",
  ],
  fr: [
    "Tél. 04 72 00 00 00 · Fax 04 72 00 00 01",
    "Merci de votre confiance.",
    "Indemnité forfaitaire pour frais de recouvrement : 40,00 € en cas de retard.",
  ],
  nl: [
    "Tel. 010 123 4567 · Fax 010 123 4568",
    "Hartelijk dank voor uw bestelling van 12 januari.",
    "Bij te late betaling is 8% rente per jaar verschuldigd.",
  ],
  es: [
    "Tel. 93 123 45 67 · Fax 93 123 45 68",
    "Gracias por su confianza.",
    "Inscrita en el Registro Mercantil de Barcelona, tomo 41234, folio 12.",
  ],
  it: [
    "Tel. 011 123456 · Fax 011 123457",
    "Grazie per la fiducia accordata.",
    "Capitale sociale 10.000,00 € i.v. - R.E.A. TO 123456",
  ],
  pt: [
    "Tel. 21 123 45 67 · Fax 21 123 45 68",
    "Obrigado pela sua preferência.",
    "Capital social 5.000,00 € - Matrícula 12345",
  ],
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: ["INVOICE", "Tax Invoice"],
    number: ["Invoice No", "Invoice #", "Invoice Number", "Bill No."],
    issue: ["Invoice Date", "Date of issue", "Issued"],
    due: ["Due Date", "Payment due", "Pay by"],
    order: ["PO Number", "Your Order", "Purchase Order"],
    billTo: ["Bill To", "Invoice to", "Sold to"],
    description: ["Description", "Details", "Service"],
    quantity: ["Qty", "Quantity"],
    unit: ["Unit", "UOM"],
    price: ["Unit Price", "Rate", "Price"],
    amount: ["Amount", "Line Total", "Total"],
    taxRate: ["VAT %", "Tax"],
    position: ["#", "Item"],
    net: ["Subtotal", "Net total", "Total excl. VAT"],
    tax: ["VAT 20%", "VAT (20%)", "20% VAT"],
    gross: ["Total incl. VAT", "Grand Total", "Invoice Total"],
    currency: "GBP",
    symbol: "£",
    decimal: ".",
    group: ",",
    rate: "20",
    hours: ["hrs", "hour"],
    pieces: ["pcs", "piece"],
    sellers: [
      ["Harrow Lane Consulting Ltd", "14 Harrow Lane", "Leeds LS1 4AP", "GB980780684"],
      ["Brightwater Fabrication Limited", "Unit 7, Dock Road", "Hull HU1 2AA", "GB980780684"],
    ],
    buyers: [
      ["Penrose & Vale LLP", "88 Castle Street", "Bristol BS1 3XD"],
      ["Northgate Housing Association Ltd", "3 Minster Yard", "York YO1 7HH"],
    ],
    iban: "GB82WEST12345698765432",
    dates: [
      named(
        "January February March April May June July August September October November December",
        (day, month, year) => `${day} ${month} ${year}`,
      ),
      iso,
      named(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        (day, month, year) => `${two(day)}-${month}-${year}`,
      ),
    ],
    items: [
      "Site survey and report",
      "Steel brackets 3 x 50 mm",
      "Project management",
      "Replacement filter set",
      "Travel to site",
      "Cable tray, galvanised",
    ],
    notes: ["including mileage within 20 miles", "2 year warranty", "as agreed by phone"],
  },
  us: {
    title: ["INVOICE", "Invoice"],
    number: ["Invoice #", "Invoice No.", "Invoice Number"],
    issue: ["Invoice Date", "Date", "Bill Date"],
    due: ["Due Date", "Payment Due", "Due"],
    order: ["P.O. #", "PO Number", "Customer PO"],
    billTo: ["Bill To", "Billed To", "Customer"],
    description: ["Description", "Activity", "Item Description"],
    quantity: ["Qty", "Units", "Quantity"],
    unit: ["U/M", "Unit"],
    price: ["Rate", "Unit Price", "Price Each"],
    amount: ["Amount", "Total", "Line Total"],
    taxRate: ["Tax", "Tax %"],
    position: ["#", "Line"],
    net: ["Subtotal", "Sub Total", "Net amount"],
    tax: ["Sales Tax (8%)", "Sales Tax 8%", "Tax (8%)"],
    gross: ["Total", "Invoice Total", "Total Due"],
    currency: "USD",
    symbol: "$",
    decimal: ".",
    group: ",",
    rate: "8",
    hours: ["hrs", "hour"],
    pieces: ["ea", "each"],
    sellers: [
      ["Redwood Site Services, Inc.", "4410 Harbor Blvd, Suite 200", "Oakland, CA 94607", "94-1234567"],
      ["Lakeshore Fabricators LLC", "17 Mill Street", "Duluth, MN 55802", "41-7654321"],
    ],
    buyers: [
      ["Cascade Property Group LLC", "900 5th Avenue", "Seattle, WA 98104"],
      ["Brookfield School District", "12 Elm Street", "Brookfield, WI 53005"],
    ],
    iban: "",
    dates: [
      named(
        "January February March April May June July August September October November December",
        (day, month, year) => `${month} ${day}, ${year}`,
      ),
      (year, month, day) => `${two(month)}/${two(day)}/${year}`,
      named(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        (day, month, year) => `${month} ${day}, ${year}`,
      ),
    ],
    items: [
      "Crane rental with operator",
      "Concrete anchors 3 x 50 mm",
      "Project management",
      "Permit filing fee",
      "Travel and mileage",
      "Safety inspection",
    ],
    notes: ["per signed work order", "24 month warranty", "as discussed 2 weeks ago"],
  },
  de: {
    title: ["RECHNUNG", "Rechnung"],
    number: ["Rechnungs-Nr.", "Rechnungsnummer", "Rechnung Nr.", "Beleg-Nr."],
    issue: ["Rechnungsdatum", "Datum", "Ausstellungsdatum"],
    due: ["Fällig am", "Zahlbar bis", "Fälligkeit"],
    order: ["Bestell-Nr.", "Ihre Bestellung", "Bestellnummer"],
    billTo: ["Rechnungsempfänger", "Rechnung an", "Rechnungsadresse"],
    description: ["Bezeichnung", "Beschreibung", "Leistung"],
    quantity: ["Menge", "Anzahl"],
    unit: ["Einheit", "ME"],
    price: ["Einzelpreis", "E-Preis", "Preis"],
    amount: ["Betrag", "Gesamtpreis", "Gesamt"],
    taxRate: ["MwSt %", "USt"],
    position: ["Pos.", "Pos"],
    net: ["Nettobetrag", "Summe netto", "Zwischensumme"],
    tax: ["zzgl. 19 % MwSt.", "MwSt. 19 %", "USt 19%"],
    gross: ["Gesamtbetrag", "Rechnungsbetrag", "Bruttobetrag"],
    currency: "EUR",
    symbol: "€",
    decimal: ",",
    group: ".",
    rate: "19",
    hours: ["Std.", "hour"],
    pieces: ["Stk", "piece"],
    sellers: [
      ["Werkhaus Anlagenbau GmbH", "Industriestraße 12", "70565 Stuttgart", "DE136695976"],
      ["Lindner & Söhne KG", "Am Hafen 3", "20457 Hamburg", "DE136695976"],
    ],
    buyers: [
      ["Stadtwerke Nordtal AG", "Rathausplatz 1", "38100 Braunschweig"],
      ["Hotel Seeblick GmbH", "Uferweg 9", "88131 Lindau"],
    ],
    iban: "DE89370400440532013000",
    dates: [
      dotted,
      named(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        (day, month, year) => `${day}. ${month} ${year}`,
      ),
    ],
    items: [
      "Montage Schaltschrank",
      "Wartung Heizungsanlage",
      "Rohrschellen 3 x 50 mm",
      "Anfahrt pauschal",
      "Dokumentation und Abnahme",
      "Filtermatte G4",
    ],
    notes: ["gemäß Angebot vom Vormonat", "inkl. Kleinmaterial", "2 Jahre Gewährleistung"],
  },
  fr: {
    title: ["FACTURE", "Facture"],
    number: ["Facture n°", "N° de facture", "Numéro de facture"],
    issue: ["Date de facture", "Date d'émission", "Date"],
    due: ["Échéance", "Date d'échéance", "À payer avant le"],
    order: ["Votre commande", "Bon de commande n°", "N° de commande"],
    billTo: ["Facturé à", "Client", "Adresse de facturation"],
    description: ["Désignation", "Libellé", "Prestation"],
    quantity: ["Qté", "Quantité"],
    unit: ["Unité", "U"],
    price: ["PU HT", "Prix unitaire", "P.U."],
    amount: ["Montant HT", "Total HT", "Montant"],
    taxRate: ["TVA", "Taux TVA"],
    position: ["N°", "Réf"],
    net: ["Total HT", "Montant HT", "Sous-total HT"],
    tax: ["TVA 20 %", "TVA (20,00 %)", "Montant TVA 20%"],
    gross: ["Total TTC", "Montant TTC", "Total général TTC"],
    currency: "EUR",
    symbol: "€",
    decimal: ",",
    group: " ",
    rate: "20",
    hours: ["heures", "hour"],
    pieces: ["pce", "piece"],
    sellers: [
      ["Atelier du Vieux Pont SARL", "12 rue des Tanneurs", "69005 Lyon", "FR83404833048"],
      ["Menuiserie Delorme SAS", "4 chemin du Bois", "31000 Toulouse", "FR83404833048"],
    ],
    buyers: [
      ["Hôtel des Arcades SAS", "2 place de la République", "33000 Bordeaux"],
      ["Clinique Saint-Roch SA", "17 avenue Foch", "44000 Nantes"],
    ],
    iban: "FR1420041010050500013M02606",
    dates: [
      slashed,
      named(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        (day, month, year) => `${day} ${month} ${year}`,
      ),
    ],
    items: [
      "Pose de menuiseries",
      "Révision chaudière",
      "Vis inox 3 x 50 mm",
      "Déplacement sur chantier",
      "Étude technique",
      "Joint silicone blanc",
    ],
    notes: ["selon devis accepté", "fournitures comprises", "garantie 2 ans"],
  },
  nl: {
    title: ["FACTUUR", "Factuur"],
    number: ["Factuurnummer", "Factuurnr.", "Factuur nr"],
    issue: ["Factuurdatum", "Datum"],
    due: ["Vervaldatum", "Vervaldag", "Te betalen vóór"],
    order: ["Inkoopordernr.", "Uw order", "Bestelnummer"],
    billTo: ["Factuuradres", "Klant", "Factuur aan"],
    description: ["Omschrijving", "Dienst"],
    quantity: ["Aantal", "Hoeveelheid"],
    unit: ["Eenheid", "Eenh."],
    price: ["Prijs", "Stuksprijs", "Tarief"],
    amount: ["Bedrag", "Totaal"],
    taxRate: ["Btw %", "BTW"],
    position: ["Regel", "Nr"],
    net: ["Subtotaal", "Totaal excl. btw", "Bedrag excl. btw"],
    tax: ["Btw 21%", "21% btw", "BTW 21 %"],
    gross: ["Totaal incl. btw", "Factuurbedrag", "Totaalbedrag"],
    currency: "EUR",
    symbol: "€",
    decimal: ",",
    group: ".",
    rate: "21",
    hours: ["uur", "hour"],
    pieces: ["stuks", "piece"],
    sellers: [["Van der Velde Techniek B.V.", "Havenkade 21", "3011 AB Rotterdam", "NL004495445B01"]],
    buyers: [
      ["Gemeente Zuiderwoude N.V.", "Dorpsstraat 5", "1151 CA Broek"],
      ["Bakkerij Kruimel B.V.", "Molenweg 44", "5611 ZT Eindhoven"],
    ],
    iban: "NL91ABNA0417164300",
    dates: [
      dashed,
      named(
        "januari februari maart april mei juni juli augustus september oktober november december",
        (day, month, year) => `${day} ${month} ${year}`,
      ),
    ],
    items: [
      "Onderhoud installatie",
      "Schroeven 3 x 50 mm",
      "Voorrijkosten",
      "Montage lichtarmatuur",
      "Advies energiebesparing",
    ],
    notes: ["volgens offerte", "inclusief klein materiaal", "2 jaar garantie"],
  },
  es: {
    title: ["FACTURA", "Factura"],
    number: ["Nº factura", "Factura n.º", "Número de factura"],
    issue: ["Fecha de factura", "Fecha de emisión", "Fecha"],
    due: ["Vencimiento", "Fecha de vencimiento", "Pagar antes de"],
    order: ["Su pedido", "Orden de compra", "Pedido nº"],
    billTo: ["Facturar a", "Cliente", "Datos del cliente"],
    description: ["Descripción", "Concepto", "Detalle"],
    quantity: ["Cant.", "Cantidad"],
    unit: ["Ud.", "U.M."],
    price: ["Precio", "Precio unitario", "P. unitario"],
    amount: ["Importe", "Total"],
    taxRate: ["IVA %", "IVA"],
    position: ["Línea", "Pos."],
    net: ["Base imponible", "Subtotal", "Importe neto"],
    tax: ["IVA 21%", "Cuota IVA 21 %", "IVA (21%)"],
    gross: ["Total factura", "Total con IVA", "Importe total"],
    currency: "EUR",
    symbol: "€",
    decimal: ",",
    group: ".",
    rate: "21",
    hours: ["horas", "hour"],
    pieces: ["pzas", "piece"],
    sellers: [["Talleres Montseny S.L.", "Calle Mayor 45", "08001 Barcelona", "ESB58378431"]],
    buyers: [
      ["Bodegas del Duero S.A.", "Avenida de la Paz 7", "47001 Valladolid"],
      ["Clínica Miramar S.L.", "Paseo Marítimo 12", "29016 Málaga"],
    ],
    iban: "ES9121000418450200051332",
    dates: [
      slashed,
      named(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        (day, month, year) => `${day} de ${month} de ${year}`,
      ),
    ],
    items: [
      "Revisión de instalación",
      "Tornillos 3 x 50 mm",
      "Desplazamiento",
      "Mano de obra oficial",
      "Formación del personal",
    ],
    notes: ["según presupuesto aceptado", "material incluido", "2 años de garantía"],
  },
  it: {
    title: ["FATTURA", "Fattura"],
    number: ["Fattura n.", "Numero fattura", "N. fattura"],
    issue: ["Data fattura", "Data documento", "Data"],
    due: ["Scadenza", "Data scadenza", "Da pagare entro il"],
    order: ["Vs. ordine", "Ordine d'acquisto n.", "Rif. ordine"],
    billTo: ["Spett.le", "Cliente", "Intestatario"],
    description: ["Descrizione", "Prestazione"],
    quantity: ["Q.tà", "Quantità"],
    unit: ["U.M.", "UM"],
    price: ["Prezzo", "Prezzo unitario", "Pr. un."],
    amount: ["Importo", "Totale"],
    taxRate: ["Aliq.", "IVA"],
    position: ["Riga", "Pos"],
    net: ["Imponibile", "Totale netto", "Totale imponibile"],
    tax: ["IVA 22%", "Imposta 22 %", "IVA (22%)"],
    gross: ["Totale fattura", "Totale documento", "Importo totale"],
    currency: "EUR",
    symbol: "€",
    decimal: ",",
    group: ".",
    rate: "22",
    hours: ["ore", "hour"],
    pieces: ["pz", "piece"],
    sellers: [["Officine Bellarosa S.r.l.", "Via Garibaldi 18", "10122 Torino", "IT00743110157"]],
    buyers: [
      ["Cantine San Luca S.p.A.", "Viale Europa 3", "37121 Verona"],
      ["Studio Ferri S.r.l.", "Piazza Dante 9", "50122 Firenze"],
    ],
    iban: "IT60X0542811101000000123456",
    dates: [
      slashed,
      named(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        (day, month, year) => `${day} ${month} ${year}`,
      ),
    ],
    items: [
      "Manutenzione impianto",
      "Viti inox 3 x 50 mm",
      "Trasferta",
      "Progettazione esecutiva",
      "Collaudo finale",
    ],
    notes: ["come da preventivo", "materiale incluso", "garanzia 2 anni"],
  },
  pt: {
    title: ["FATURA", "Fatura"],
    number: ["Fatura n.º", "Nº da fatura", "Número da fatura"],
    issue: ["Data da fatura", "Data de emissão", "Data"],
    due: ["Vencimento", "Data de vencimento", "Pagar até"],
    order: ["V/ encomenda", "Pedido de compra", "Encomenda n.º"],
    billTo: ["Exmo(s) Sr(s)", "Cliente", "Adquirente"],
    description: ["Designação", "Descrição"],
    quantity: ["Qtd.", "Quantidade"],
    unit: ["Un.", "Unid."],
    price: ["Preço", "Preço unitário", "P. unit."],
    amount: ["Valor", "Montante", "Total"],
    taxRate: ["Taxa", "IVA %"],
    position: ["Linha", "Item"],
    net: ["Total líquido", "Incidência", "Base tributável"],
    tax: ["IVA 23%", "Valor IVA 23 %", "IVA (23%)"],
    gross: ["Total do documento", "Total com IVA", "Valor total"],
    currency: "EUR",
    symbol: "€",
    decimal: ",",
    group: ".",
    rate: "23",
    hours: ["horas", "hour"],
    pieces: ["peças", "piece"],
    sellers: [["Oficina Tejo Lda", "Rua do Carmo 31", "1200-093 Lisboa", "PT501964843"]],
    buyers: [
      ["Quinta das Amendoeiras Lda", "Avenida da Liberdade 110", "8000-077 Faro"],
      ["Hotel Douro S.A.", "Rua das Flores 2", "4050-262 Porto"],
    ],
    iban: "PT50000201231234567890154",
    dates: [slashed, dashed],
    items: [
      "Manutenção de equipamento",
      "Parafusos 3 x 50 mm",
      "Deslocação",
      "Instalação elétrica",
      "Consultoria técnica",
    ],
    notes: ["conforme orçamento", "material incluído", "garantia de 2 anos"],
  },
};

/** Numbers that look random and are the same for a seed on every machine. */
export function createDice(seed: number): (sides: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (sides) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % sides;
  };
}

/** Options that a metamorphic test turns without touching the content. */
export interface Variation {
  readonly shift?: number;
  readonly synonym?: number;
  readonly meta?: number;
  readonly table?: number;
  readonly totals?: number;
  readonly letterhead?: number;
  /** Lines that carry other numbers, dates and names than the ones that matter. */
  readonly noise?: boolean;
}

function printAmount(cents: number, { decimal, group }: Words): string {
  const whole = String(Math.floor(cents / 100)).replace(/(?<=\d)(?=(?:\d{3})+$)/g, group);
  return `${whole}${decimal}${two(cents % 100)}`;
}

const canonical = (cents: number): string => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

/** Composes an invoice from blocks: every seed is another content, language and layout. */
export function composeInvoice(seed: number, language: Language, variation: Variation = {}): Composed {
  const dice = createDice(seed + 17);
  const locale = words[language];
  const synonym = variation.synonym ?? dice(7);
  const pick = <T>(choices: readonly T[]): T => choices[synonym % choices.length]!;
  const seller = locale.sellers[dice(locale.sellers.length)]!;
  const buyer = locale.buyers[dice(locale.buyers.length)]!;
  const printDate = locale.dates[dice(locale.dates.length)]!;
  const [issueDay, dueDay, month] = [1 + dice(12) + 15, 1 + dice(10) + 13, 1 + dice(11)];
  const number = [
    `RE-2026-${1000 + dice(9000)}`,
    `2026/${two(month)}/00${10 + dice(89)}`,
    `INV${20260000 + dice(9999)}`,
    `${40000 + dice(50000)}`,
  ][dice(4)]!;
  const order = dice(3) > 0 ? `PO-${77000 + dice(999)}` : null;
  const hasDue = dice(4) > 0;
  const hasUnits = dice(2) === 0;
  const hasRate = dice(3) === 0;
  const hasPosition = dice(2) === 0;
  const symbolPlace = dice(3);
  const extra = dice(4);
  const hasNoise = variation.noise ?? dice(2) === 0;
  const count = 1 + dice(6);
  const lines: ComposedLine[] = [];
  let netCents = 0;
  for (let index = 0; index < count; index += 1) {
    const isTime = dice(2) === 0;
    const quarter = isTime ? dice(4) * 25 : 0;
    const quantity = 1 + dice(40);
    const price = 100 * (5 + dice(180)) + [0, 50, 95, 25][dice(4)]!;
    const exact = (quantity * 100 + quarter) * price;
    const cents = Math.floor((exact + 50) / 100);
    netCents += cents;
    const [unitWord, unitName] = isTime ? locale.hours : locale.pieces;
    lines.push({
      description: locale.items[(seed + index) % locale.items.length]!,
      wrapped: dice(3) === 0 ? locale.notes[dice(locale.notes.length)]! : null,
      quantity: quarter === 0 ? String(quantity) : `${quantity}.${two(quarter)}`,
      unit: hasUnits ? unitWord : null,
      unitName: hasUnits ? unitName : null,
      price: canonical(price),
      amount: canonical(cents),
    });
  }
  const taxCents = Math.floor((netCents * Number(locale.rate) + 50) / 100);
  const truth: ComposedTruth = {
    language,
    number,
    issueDate: iso(2026, month, issueDay),
    dueDate: hasDue ? iso(2026, month + 1, dueDay) : null,
    orderReference: order,
    currency: symbolPlace === 0 ? null : locale.currency,
    seller: seller[0],
    buyer: buyer[0],
    net: canonical(netCents),
    tax: canonical(taxCents),
    gross: canonical(netCents + taxCents),
    iban: locale.iban === "" ? null : locale.iban,
    lines,
  };
  const paper = new Paper();
  const shift = variation.shift ?? 0;
  const set: Paper["set"] = (text, x, y, setting) => paper.set(text, x + shift, y + shift, setting);
  const money = (text: string): string => {
    const printed = printAmount(Number(text.replace(".", "")), locale);
    if (symbolPlace === 0) return printed;
    return locale.decimal === "." ? `${locale.symbol}${printed}` : `${printed} ${locale.symbol}`;
  };
  const meta: (readonly [string, string])[] = [
    [pick(locale.number), number],
    [pick(locale.issue), printDate(2026, month, issueDay)],
  ];
  if (hasDue) meta.push([pick(locale.due), printDate(2026, month + 1, dueDay)]);
  if (order !== null) meta.push([pick(locale.order), order]);

  const letterhead = variation.letterhead ?? dice(3);
  drawParties(letterhead);
  const metaStyle = variation.meta ?? dice(6);
  const afterMeta = drawMeta(metaStyle);
  const tableStyle = variation.table ?? dice(4);
  const afterTable = drawTable(tableStyle, afterMeta + 34);
  const totalsStyle = variation.totals ?? dice(4);
  drawTotals(totalsStyle, afterTable + 24);
  drawFooter();
  if (hasNoise) drawNoise();
  const plan = `${language} letterhead ${letterhead}, meta ${metaStyle}, table ${tableStyle}, totals ${totalsStyle}, ${count} lines`;
  return { document: paper.toDocument(), truth, plan };

  function drawParties(style: number): void {
    if (style === 0) {
      set(seller[0], 50, 50, { size: 16, bold: true });
      set(seller[1], 50, 66);
      set(seller[2], 50, 79);
      set(`${pick(locale.billTo)}:`, 50, 130, { bold: true });
      set(buyer[0], 50, 144);
      set(buyer[1], 50, 157);
      set(buyer[2], 50, 170);
    } else if (style === 1) {
      // The tiny line of the sender over the window, as in letters.
      set(`${seller[0]} · ${seller[1]} · ${seller[2]}`, 57, 130, { size: 7 });
      set(buyer[0], 57, 146);
      set(buyer[1], 57, 159);
      set(buyer[2], 57, 172);
    } else {
      set(seller[0], 545, 48, { size: 14, bold: true, align: "right" });
      set(seller[1], 545, 62, { align: "right" });
      set(seller[2], 545, 75, { align: "right" });
      set(pick(locale.billTo), 50, 118, { bold: true });
      set(buyer[0], 50, 132);
      set(buyer[1], 50, 145);
      set(buyer[2], 50, 158);
    }
  }

  function drawMeta(style: number): number {
    if (style === 0) {
      set(pick(locale.title), 350, 110, { size: 18, bold: true });
      meta.forEach(([label, value], index) => set(`${label}: ${value}`, 350, 132 + index * 14));
      return 210;
    }
    if (style === 1) {
      set(pick(locale.title), 50, 215, { size: 16, bold: true });
      meta.forEach(([label, value], index) => {
        set(label, 350, 120 + index * 15);
        set(value, 545, 120 + index * 15, { align: "right" });
      });
      return 225;
    }
    if (style === 2) {
      // Names over values, all in one row.
      set(pick(locale.title), 50, 210, { size: 16, bold: true });
      meta.forEach(([label, value], index) => {
        set(label, 50 + index * 128, 232, { size: 9, bold: true });
        set(value, 50 + index * 128, 245, { size: 9 });
      });
      return 262;
    }
    if (style === 3) {
      set(pick(locale.title), 50, 210, { size: 16, bold: true });
      meta.forEach(([label, value], index) => {
        set(label, 350, 108 + index * 27, { size: 8, bold: true });
        set(value, 350, 119 + index * 27);
      });
      return 228;
    }
    if (style === 4) {
      set(pick(locale.title), 50, 210, { size: 16, bold: true });
      meta.forEach(([label, value], index) => {
        set(`${label}:`, 50, 230 + index * 14);
        set(value, 190, 230 + index * 14);
      });
      return 230 + meta.length * 14;
    }
    set(pick(locale.title), 545, 112, { size: 18, bold: true, align: "right" });
    meta.forEach(([label, value], index) => {
      set(`${label}:`, 440, 134 + index * 14, { align: "right" });
      set(value, 448, 134 + index * 14);
    });
    return 212;
  }

  function drawTable(style: number, top: number): number {
    interface Column {
      readonly name: string;
      readonly width: number;
      readonly align: "left" | "right";
      readonly text: (line: ComposedLine, index: number) => string;
    }
    const quantity = (line: ComposedLine): string => line.quantity.replace(".", locale.decimal);
    const columns: Column[] = [];
    if (hasPosition)
      columns.push({
        name: pick(locale.position),
        width: 34,
        align: "left",
        text: (_, index) => String(index + 1),
      });
    const description: Column = {
      name: pick(locale.description),
      width: 190,
      align: "left",
      text: (line) => line.description,
    };
    const inCell = style === 2 && hasUnits;
    if (extra === 1)
      columns.push({
        name: language === "de" ? "Art.-Nr." : language === "fr" ? "Réf." : "Code",
        width: 56,
        align: "left",
        text: (_, index) => `X${seed % 7}-${4000 + index * 13}`,
      });
    const amounts: Column[] = [
      {
        name: pick(locale.quantity),
        width: 55,
        align: "right",
        text: (line) => (inCell ? `${quantity(line)} ${line.unit}` : quantity(line)),
      },
      ...(hasUnits && !inCell
        ? [{ name: pick(locale.unit), width: 48, align: "left", text: (line) => line.unit! } satisfies Column]
        : []),
      { name: pick(locale.price), width: 78, align: "right", text: (line) => money(line.price) },
      ...(hasRate
        ? [
            {
              name: pick(locale.taxRate),
              width: 48,
              align: "right",
              text: () => `${locale.rate} %`,
            } satisfies Column,
          ]
        : []),
    ];
    const total: Column = {
      name: pick(locale.amount),
      width: 82,
      align: "right",
      text: (line) => money(line.amount),
    };
    if (style === 1)
      columns.push(
        ...amounts.slice(0, hasUnits ? 2 : 1),
        description,
        ...amounts.slice(hasUnits ? 2 : 1),
        total,
      );
    else columns.push(description, ...amounts, total);
    const whole = columns.reduce((sum, column) => sum + column.width, 0);
    const stretch = 495 / whole;
    let y = top;
    const at: { readonly column: Column; readonly x: number }[] = [];
    let x = 50;
    for (const column of columns) {
      at.push({ column, x: column.align === "left" ? x : x + column.width * stretch - 8 });
      x += column.width * stretch;
    }
    for (const { column, x } of at)
      set(column.name, x, y, { size: 9, bold: style !== 3, align: column.align });
    if (style !== 3) paper.rule(50 + shift, y + 4 + shift, 495);
    lines.forEach((line, index) => {
      y += style === 3 ? 20 : 17;
      for (const { column, x } of at) set(column.text(line, index), x, y, { size: 9, align: column.align });
      if (line.wrapped !== null) {
        const place = at.find(({ column }) => column === description)!;
        y += 11;
        set(line.wrapped, place.x, y, { size: 9 });
      }
      if (style === 2) paper.rule(50 + shift, y + 4 + shift, 495);
    });
    return y;
  }

  function drawTotals(style: number, top: number): void {
    const sums: (readonly [string, string])[] = [
      [pick(locale.net), money(truth.net)],
      [pick(locale.tax), money(truth.tax)],
      [pick(locale.gross), money(truth.gross)],
    ];
    if (style === 3) {
      sums.forEach(([label, value], index) => {
        set(label, 70 + index * 165, top, { size: 9, bold: true });
        set(value, 70 + index * 165, top + 14, { size: 9 });
      });
      return;
    }
    sums.forEach(([label, value], index) => {
      const y = top + index * 16;
      const setting = { bold: index === 2 };
      if (style === 0) {
        set(label, 350, y, setting);
        set(value, 537, y, { ...setting, align: "right" });
      } else if (style === 1) {
        set(`${label}:`, 440, y, { ...setting, align: "right" });
        set(value, 537, y, { ...setting, align: "right" });
      } else set(`${label}: ${value}`, 50, y, setting);
    });
  }

  function drawNoise(): void {
    const [phone, thanks, law] = noise[language];
    set(phone, 50, 92, { size: 8 });
    set("www.example-shop.test · office@example-shop.test", 50, 102, { size: 8 });
    set(thanks, 50, 740, { size: 9 });
    set(law, 50, 752, { size: 8 });
  }

  function drawFooter(): void {
    set(`${seller[0]} · ${seller[1]} · ${seller[2]}`, 297, 795, { size: 7, align: "center" });
    set(
      locale.iban === ""
        ? `Federal Tax ID ${seller[3]} · (510) 555-0142`
        : `IBAN ${locale.iban.replace(/(.{4})(?=.)/g, "$1 ")} · ${seller[3]}`,
      297,
      805,
      {
        size: 7,
        align: "center",
      },
    );
  }
}
