import type { DeliveryKind, Evidence } from "../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";
import type { PageLine } from "../kind/page-line.ts";
import { priced, unitInTitle } from "../sheets/measure-titles.ts";
import { namesSum } from "../sheets/sum-words.ts";
import { foldText } from "../values/fold.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { countedThing, type CountedThing } from "./counted-thing.ts";
import { figuresOf } from "./line-figures.ts";
import { namesMaterial } from "./material-words.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { labelAt } from "./record-labels.ts";
import { saysUndone } from "./undone-words.ts";
import { discreteUnits, hasNoParts } from "./whole-things.ts";

/** A thing with its count in a form: "Cartons livrés : 140", "Verbaut: 118 Pfannen, 8,4 m First". */
export interface LabeledCount extends CountedThing {
  readonly evidence: readonly Evidence[];
}

/** Words that say that a thing was handed over or used up; the number behind them counts it. */
const doneWord =
  /(?:^|[^a-z])(?:delivered|served|opened|used|changed|replaced|exchanged|gewechselt\w*|ausgetauscht\w*|ersetzt\w*|remplace\w*|vervangen|gewisseld|cambiad[ao]s?|sustituid[ao]s?|sostituit[aeio]|cambiat[aeio]|substituid[ao]s?|trocad[ao]s?|scanned|copied|supplied|installed|fitted|completed|attended|consumed|issued|returned|loaded|unloaded|geliefert\w*|abgegeben\w*|gescannt\w*|montiert\w*|verbaut\w*|verlegt\w*|gesetzt\w*|ausgegeben\w*|verbraucht\w*|erbracht\w*|livre\w*|remis|(?<=[a-z]{3} )remise?s?|numerise\w*|servi\w*|ouvert\w*|pose\w*|repris\w*|realise\w*|effectue\w*|installe\w*|consomme\w*|geleverd\w*|afgeleverd\w*|gescand\w*|geplaatst\w*|gemonteerd\w*|gebruikt\w*|verbruikt\w*|uitgevoerd\w*|entregad[ao]s?|escanead[ao]s?|servid[ao]s?|instalad[ao]s?|colocad[ao]s?|realizad[ao]s?|consumid[ao]s?|consegnat[aeio]|scansionat[aeio]|servit[aeio]|installat[aeio]|posat[aeio]|utilizzat[aeio]|effettuat[aeio]|entregues?|digitalizad[ao]s?|aplicad[ao]s?|utilizad[ao]s?|efetuad[ao]s?)(?![a-z])/;
const countLabel =
  /^(?:number of|no\. of|anzahl|zahl der|nombre d[e']|nb|aantal|numero de|n\.? (?:de|di)|numero di|quantidade de|cantidad de|quantita di|quantite de) ?/;

/** Counts that labels announce which name the thing itself; none behind labels of the paper's head. */
export function labeledCounts(
  rows: readonly PrintedRow[],
  numbers: NumberConvention,
  kind: DeliveryKind,
): readonly LabeledCount[] {
  if (kind !== "work" && kind !== "goods" && kind !== "time" && kind !== "usage") return [];
  const told = rows.flatMap((row) => row.segments.flatMap((segment) => countsIn(segment, row, numbers)));
  if (kind === "time") return told;
  const listed = rows.flatMap((row) => [
    ...row.segments.flatMap((segment) => listedIn(segment.text, row, numbers)),
    ...besideIn(row, numbers),
  ]);
  // One bare number behind a label may be anything; a list of them counts.
  const isList = listed.length + told.length >= fewestListed && listed.length > 0;
  const isNew = ({ item }: LabeledCount): boolean => !told.some((other) => other.item === item);
  return isList ? [...told, ...listed.filter(isNew)] : told;
}

/** Counts beside a table whose labels say that things were handed over or used up: "Training days delivered: 3". */
export const doneCounts = (rows: readonly PrintedRow[], numbers: NumberConvention): readonly LabeledCount[] =>
  rows
    .flatMap((row) => row.segments.flatMap((segment) => countsIn(segment, row, numbers)))
    .filter(({ item }) => doneWord.test(foldText(item)));

const fewestListed = 2;
/** Labels of the head of a paper, of places and papers: the number behind them counts nothing. */
const uncounted =
  /(?:^|[^a-z])(?:no|nr|num|number|nummer|numero|id|ref|code|page|pages|seite|seiten|blatt|version|rev|floor|level|etage|stock|piso|piano|unit|flat|apt|apartment|room|raum|zimmer|kamer|habitacion|camera|quarto n|phone|tel|telefon|fax|mobile|postcode|plz|zip|cap|year|jahr|annee|jaar|ano|anno|week|woche|kw|semaine|semana|settimana|job|order|auftrag|commande|contract|contrat|vertrag|contrato|account|konto|cliente|client|customer|kunde|klant|vat|iban|temp\w*|weather|wetter|zone|line|seal|trailer|truck|vehicle|coach|bus|wagen|kennzeichen|plate|targa|matricula|odo\w*|reading|stand|lectura|lettura|leitura|age|alter|gate|bay|hour|month|monat|mois|mes|mese|maand|lote?|lot|batch|charge|load|copy|kopie|total|planned|soll|budget|max|min|target|opening|closing|previous|start|end|before|after|bisher|anterior|precedente?)(?![a-z])/;
/**
 * What an instrument, a clock or a judge told, folded: last in a label, or first where the language puts it there.
 *
 * "Oil pressure", "Wind speed", "Température eau" count nothing; "Pressure gauges fitted" does.
 */
const gauged =
  /(?:^|[^a-z])(?:ph|pressure|temperature|humidity|moisture|voltage|speed|height|width|length|depth|turbidity|alkalinity|chlorine|pulse|systolic|diastolic|score|rating|mileage|turnaround|\w*temperatur|\w*druck|\w*feuchte|\w*feuchtigkeit|\w*spannung|\w*geschwindigkeit|\w*stand|hohe|breite|lange|tiefe|punkte|baujahr|\w*druk|\w*temperatuur|vochtigheid|spanning|snelheid|hoogte|breedte|lengte|diepte|bouwjaar)(?: (?:in|out|am|pm|on site|morning|noon|evening|systolic|diastolic))?$|^(?:(?:year |time )?(?:built|arrived|left)(?: site| on site)?$)|^(?:next|nachste[rn]?|prochaine?|proxim[ao]|prossim[ao]|volgende|pression|humidite|vitesse|hauteur|largeur|longueur|profondeur|duree|note|presion|humedad|velocidad|altura|anchura|longitud|profundidad|puntuacion|pressione|umidita|velocita|altezza|larghezza|lunghezza|profondita|punteggio|pressao|humidade|velocidade|largura|comprimento|profundidade)(?![a-z])/;
/** "Table: 12" says at which one; "Round tables" and "Table ronde 180" are things. */
const place = /^(?:table|tisch|tafel|mesa|tavolo)$/;
/** Whether a label names what a number counts, and not the paper, a place, a sum or what somebody read or gave. */
const isCounted = (key: string): boolean =>
  ![uncounted, place, priced, gauged].some((words) => words.test(key)) && !namesSum(key);
/** "240 L", "6 m³": how large the thing is. */
const size =
  /(?<![\p{L}\d])\d{1,4}(?:[.,]\d{1,2})? ?(?:m[23²³]?|[cm]m|km|l|lit(?:re|er)s?|ltr|kg|t|yd[3³]?|ft|gal|cwt)(?![\p{L}\d])/giu;
const counted =
  /^[\s☑✓•*–-]*((?:\d{1,4}(?:[.,]\d)? ?)?\p{L}[^:]{2,47}?)\s*(?::|\.{3,}|…+|_{3,}|\((?:qty|anz|anzahl|qte|cant|aantal|q\.?ta|qtd)\.?\)\s*:?)\s*(\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+|\d{1,6})(?:\s*\([^)]*\))?\s*$/iu;

/** "Fire doors checked      9": a thing with its count in a column of its own, and nothing else in the row. */
function besideIn(row: PrintedRow, numbers: NumberConvention): readonly LabeledCount[] {
  const [thing, count, ...more] = row.segments;
  return thing === undefined || count === undefined || more.length > 0 || /[:?]\s*$/.test(thing.text)
    ? []
    : // A short number in a name ("UNI 45", "RCBO 20A") is no count where that has a column of its own.
      listedIn(`${thing.text.replace(shortNumber, "")}: ${count.text}`, row, numbers).map((found) => ({
        ...found,
        item: thing.text.trim(),
      }));
}

const shortNumber =
  /(?<=\p{L}[ -]?)\d{1,3}\p{Lu}?(?!\d)(?! ?(?:m|mm|cm|km|l|ltr|kg|g|t|ft|yd|gal)(?![\p{L}]))/gu;

/** "Breakages: wine glasses ...... 7": what happened to the things stands before them. */
const headed = /^([^:]{3,24}?) ?: *(?=[^:]{3,47}?(?:\.{3,}|…+|_{3,})\s*\d)/u;
const leader = /\.{3,}|…+|_{3,}/u;

/** "Quartos duplos: 11", "Funcionários ativos ........ 19", "Double sockets fitted (qty) 4", "Table ronde 180 .... 18". */
function listedIn(text: string, row: PrintedRow, numbers: NumberConvention): readonly LabeledCount[] {
  const head = headed.exec(text)?.[1] ?? "";
  if (saysUndone(head) || (head !== "" && labelAt(head) !== null)) return [];
  const [, label = "", digits = ""] = counted.exec(foldless(text.replace(headed, "$1 – "))) ?? [];
  const key = foldText(label).trim();
  // Behind a leader of dots the count stands by itself: a short number before it is part of a name.
  const sizeless = (leader.test(text) ? label.replace(shortNumber, "") : label).replace(size, "");
  if (key === "" || /\d/.test(sizeless) || !isCounted(key) || labelAt(label) !== null) return [];
  const unit = unitInTitle(head === "" ? sizeless : sizeless.slice(head.length));
  // Things that are listed by their numbers are whole: "18.420" has no decimals; of litres it may have.
  const plain = hasNoParts(unit) ? digits.replace(/\D/g, "") : digits;
  const quantity = parseAmount(plain, numbers)?.value ?? null;
  if (quantity === null) return [];
  const evidence = row.evidence === null ? [] : [row.evidence];
  return [{ item: label.trim(), quantity, unit: unit ?? "piece", evidence }];
}

/** "qté" and "q.tà" as they are compared, the rest of the text as printed. */
const foldless = (text: string): string =>
  text.replace(/\(qt[ée]\.?\)/iu, "(qte)").replace(/\(q\.?t[àa]\.?\)/iu, "(qta)");

/** "Filters changed (12), belts checked": how many, in brackets right behind what was done to them. */
const bracketed =
  /(?:^|[.,;:]\s+)(\p{L}[\p{L} '’-]{3,40}) \((\d{1,3})(?: ?(?:x|×|pcs?|st(?:k|ck)?|pi[eè]ces?|uds?|pz)\.?)?\)/gu;

const bracketedIn = (text: string, row: PrintedRow): readonly LabeledCount[] =>
  [...text.matchAll(bracketed)].flatMap(([, thing = "", digits = ""]): readonly LabeledCount[] =>
    doneWord.test(foldText(thing)) && digits !== "0"
      ? [
          {
            item: thing.trim(),
            quantity: decimalText(digits),
            unit: "piece",
            evidence: row.evidence === null ? [] : [row.evidence],
          },
        ]
      : [],
  );

function countsIn({ text }: PageLine, row: PrintedRow, numbers: NumberConvention): readonly LabeledCount[] {
  return [...labeledIn(text, row, numbers), ...bracketedIn(text, row)];
}

function labeledIn(text: string, row: PrintedRow, numbers: NumberConvention): readonly LabeledCount[] {
  const [, label = "", value = ""] = /^[\s☑✓•*–-]*(\p{L}[^:]{2,47}?)\s?:\s*(\S.*)$/u.exec(text) ?? [];
  const key = foldText(label).trim();
  if (key === "" || namesSum(key)) return [];
  const evidence = row.evidence === null ? [] : [row.evidence];
  if (namesMaterial(key))
    return clausesOf(value).flatMap((clause) => {
      const found = countedThing(clause, numbers);
      return found === null ? [] : [{ ...found, evidence }];
    });
  const known = labelAt(label);
  if (known !== null && known !== "quantity") return [];
  // "138 guests (guaranteed 142)": which of the two is billed the agreement says.
  if (otherCount.test(foldText(value))) return [];
  const found = countIn(key, label.trim(), value.replace(/\([^)]*\)/g, ""), numbers);
  return found === null ? [] : [{ ...found, evidence }];
}

/** A second count in brackets, which one is billed for at least. */
const otherCount =
  /\([^)]*\b(?:guarante\w*|minimum|min|booked|garanti\w*|mindest\w*|minimo|gegarandeerd)\b[^)]*\d[^)]*\)/;

/** Nouns of money and of scales, which count no things. */
const notCounted =
  /\b(?:euros|dollars|pounds|francs|cents|degrees|volts|amps|bars|points|percents|grados|gradi|graus|degres)\s*$/i;

type Counted = Omit<LabeledCount, "evidence">;

function countIn(key: string, label: string, value: string, numbers: NumberConvention): Counted | null {
  // "2 × 9,5 h = 19 h": the product is what was counted.
  const said = /^\D*\d[^=]*=\s*(.+)$/.exec(value)?.[1] ?? value;
  const [first] = figuresOf(said, numbers).quantities;
  if (first !== undefined && /^\W*$/.test(said.slice(0, first.start)))
    return { item: label, quantity: first.value, unit: first.unit };
  // "118 guests", "4 lifts": a count with a noun that is no unit of measure.
  const [, figure] = /^\s*(\d{1,5})\s+\p{Ll}{3,16}s\s*$/u.exec(said) ?? [];
  if (figure !== undefined)
    return isCounted(key) && !notCounted.test(said)
      ? { item: label, quantity: decimalText(figure), unit: "piece" }
      : null;
  const digits = /^\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*$/.exec(said)?.[1];
  const unit = unitInTitle(label);
  // Of messages and seats there are no thousandths: "4,912".
  const isWhole = unit !== null && discreteUnits.has(unit) && /^\d{1,3}[.,]\d{3}$/.test(digits ?? "");
  const plain = isWhole ? digits?.replace(/[.,]/, "") : digits;
  const quantity = plain === undefined ? null : (parseAmount(plain, numbers)?.value ?? null);
  if (quantity === null) return null;
  const isNamed = unit !== null && unit !== "page" && unit !== "site";
  if (!isNamed && !doneWord.test(key) && !countLabel.test(key)) return null;
  return { item: label, quantity, unit: isNamed ? unit : /^\d+$/.test(quantity) ? "piece" : null };
}

const clausesOf = (text: string): readonly string[] =>
  text
    .replace(/\([^)]*\)/g, "")
    .split(/[;,]\s+|\s(?:und|and|et|en|y|e)\s/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
