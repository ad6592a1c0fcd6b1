import type { Block, Evidence, ReadDocument, ReadinessGap } from "../../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { Reading } from "../engine/reading.ts";
import { parseLiterals } from "../literals/compose.ts";
import type { MoneyLiteral } from "../literals/literal.ts";
import type { FoundParty } from "../header/preamble-parties.ts";
import { readStyle } from "../structure/document-style.ts";
import { buildOutline } from "../structure/outline.ts";
import { quotePart } from "../text/prepared-text.ts";
import { answerOf } from "./acceptance-words.ts";
import { offersToPay, writerOf, withMailboxes } from "./mail-parties.ts";
import { splitThread } from "./thread.ts";
import type { ThreadMessage } from "./thread.ts";

/** What a mail comes to: the words that bind or are only said, and how it stands to the offer that it quotes. */
export interface MailReading {
  /** Own words, and those of the offer that they accept. */
  readonly blocks: readonly Block[];
  readonly answer: "accepted" | "unclear";
  /** Set where the offer itself stands in the mail: its terms are agreed from that day. */
  readonly acceptedOn: LocalDate | null;
  readonly holdsOffer: boolean;
  /** Who offered and who accepted, as their messages are signed. */
  readonly parties: readonly FoundParty[];
  /** A yes with a condition or another price: shown with both sides, never resolved. */
  readonly gaps: readonly ReadinessGap[];
}

/** Reads a mail as its newest message, with the offer in the thread that somebody in it accepts. */
export function readMail(document: ReadDocument): MailReading {
  const thread = splitThread(document);
  const [newest] = thread;
  if (newest === undefined)
    return { blocks: [], answer: "unclear", acceptedOn: null, holdsOffer: false, parties: [], gaps: [] };
  const read = thread.map((message) => readMessage(message, document));
  for (const [at, { message, readings }] of read.entries()) {
    const { answer, said } = answerOf(readings);
    if (answer === "silent" || said === null) continue;
    if (answer === "waits") break;
    const offer = read
      .slice(at + 1)
      .find((older) => isOther(older.message, message) && older.sums.length > 0);
    const isElsewhere = offer !== undefined && refersToFile(offer);
    if (offer === undefined) break;
    const other = answer === "accepts" ? otherPrice(readings, offer.sums) : null;
    if (answer === "accepts" && other === null && isElsewhere) break;
    if (answer === "accepts" && other === null) {
      const isBuyers = offersToPay(offer.readings, writerOf(offer.message, "buyer", document.text));
      return {
        blocks: [...(at === 0 ? [] : headOf(newest)), ...message.blocks, ...offer.message.blocks],
        answer: "accepted",
        acceptedOn: message.sentOn,
        holdsOffer: true,
        parties: withMailboxes(
          [
            writerOf(offer.message, isBuyers ? "buyer" : "seller", document.text),
            writerOf(message, isBuyers ? "seller" : "buyer", document.text),
          ].filter((party) => party !== null),
          document,
        ),
        gaps: [],
      };
    }
    const evidence = [other ?? said, ...pricedUnits(offer.readings).slice(0, 3)].flatMap(
      ({ unit }): readonly Evidence[] => quotePart(unit.prepared, unit.start, unit.end, document),
    );
    return {
      blocks: [],
      answer: "unclear",
      acceptedOn: null,
      holdsOffer: false,
      parties: [],
      gaps: [{ code: "acceptance-conditional", evidence }],
    };
  }
  const own = answerOf(read[0]?.readings ?? []).answer;
  return {
    blocks: newest.blocks,
    answer: own === "accepts" ? "accepted" : "unclear",
    acceptedOn: own === "accepts" ? newest.sentOn : null,
    holdsOffer: false,
    parties: withMailboxes(own === "accepts" ? sidesOf(thread, document) : [], document),
    gaps: [],
  };
}

/** Who says yes in the newest message, and to whom. */
function sidesOf(thread: readonly ThreadMessage[], document: ReadDocument): readonly FoundParty[] {
  const [newest, ...older] = thread;
  const other = older.find((message) => newest !== undefined && isOther(message, newest));
  // Where the quotation cannot be told from the answer, a signature may be either side's.
  if (newest === undefined || other === undefined) return [];
  return [writerOf(newest, "buyer", document.text), writerOf(other, "seller", document.text)].filter(
    (party) => party !== null,
  );
}

/** The sentences of a message, and its sums with those of its tables. */
interface ReadMessage {
  readonly message: ThreadMessage;
  readonly readings: readonly Reading[];
  readonly sums: readonly MoneyLiteral[];
}

function readMessage(message: ThreadMessage, document: ReadDocument): ReadMessage {
  const { units, lines } = buildOutline({ ...document, blocks: message.blocks });
  const style = readStyle(lines);
  const readings = units.map((unit) => new Reading(unit, style));
  const inTables = lines
    .filter(({ cells }) => cells !== null)
    .flatMap(({ prepared }) => parseLiterals(prepared.text, prepared.folded, style));
  return {
    message,
    readings,
    sums: [...readings.flatMap(({ literals }) => literals), ...inTables].filter(
      (literal) => literal.type === "money",
    ),
  };
}

/** A covering note names the offer that it carries and a sum or two of it; the offer itself is that file. */
const refersToFile = ({ readings, sums }: ReadMessage): boolean =>
  sums.length < 3 &&
  readings.some(({ folded }) =>
    /\b(?:attached|enclosed|attachment|anbei|im anhang|beigefugt|ci-joint|en piece jointe|adjunt[oa]|in allegato|bijgevoegd|em anexo)\b/.test(
      folded,
    ),
  );

/** Nobody accepts an offer of their own; a writer that no line names may be the other side. */
const isOther = (one: ThreadMessage, other: ThreadMessage): boolean =>
  one.sender === null || other.sender === null || addressOf(one.sender) !== addressOf(other.sender);

const addressOf = (sender: string): string =>
  /[\w.+-]+@[\w.-]+\w/.exec(sender)?.[0] ?? sender.replace(/[^a-z ]/g, "").trim();

/** The lines above the newest message name the two sides. */
const headOf = ({ blocks }: ThreadMessage): readonly Block[] =>
  blocks.filter(
    (block) => block.type === "paragraph" && /^(?:From|To|Subject|Von|An|Betreff)\b ?:/.test(block.text),
  );

const pricedUnits = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ literals }) => literals.some(({ type }) => type === "money"));

/** Sums that an order may name without changing a price. */
const sumWords =
  /\b(?:total|budget|value|order|po|purchase order|limit|up to|exceed\w*|altogether|in all|gesamt\w*|wert|deposit)\b/;

/** A sentence of the answer with a price that the offer does not have: "ok at $90" against $100. */
function otherPrice(answer: readonly Reading[], offer: readonly MoneyLiteral[]): Reading | null {
  const offered = new Set(offer.map(({ value }) => plain(value)));
  return (
    answer.find(
      ({ folded, literals }) =>
        !sumWords.test(folded) &&
        literals.some((literal) => literal.type === "money" && !offered.has(plain(literal.value))),
    ) ?? null
  );
}

const plain = (value: string): string => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);
