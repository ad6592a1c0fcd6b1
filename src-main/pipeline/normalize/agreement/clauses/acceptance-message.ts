import type { Block, ReadDocument } from "../../../../../src-shared/model/index.ts";
import { sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import type { Reading } from "../engine/reading.ts";

const replyMark =
  /^(?:>|-{3,} ?(?:original|forwarded|ursprungliche)|on .{5,100}wrote:|am .{5,100}schrieb|le .{5,100}a [ée]crit|_{10,}$)/i;

/** A message without what it quotes: only the sender's own new words can accept anything. */
export function withoutQuotedReplies(document: ReadDocument): ReadDocument {
  const kept: Block[] = [];
  for (const block of document.blocks) {
    if (block.zone === "quoted") break;
    if (block.type === "table") {
      kept.push(block);
      continue;
    }
    let end = block.text.length;
    let at = 0;
    for (const line of block.text.split("\n")) {
      if (replyMark.test(line.trim())) {
        end = at;
        break;
      }
      at += line.length + 1;
    }
    const own = block.text.slice(0, end).trimEnd();
    if (own !== "")
      kept.push(
        own.length === block.text.length ? block : { ...block, ...sliceSourcedText(block, 0, own.length) },
      );
    if (end < block.text.length) break;
  }
  return { ...document, blocks: kept };
}

const yes =
  /\b(?:we (?:hereby )?accept|i (?:hereby )?accept|accepted|approved?|please proceed|go ahead|you may proceed|proceed with|signed copy (?:is )?attached|consider (?:this|it) (?:our )?(?:acceptance|approval|confirmed)|we confirm(?: the order)?|confirmed|einverstanden|wir nehmen (?:das|ihr) angebot an|auftrag erteilt|hiermit beauftragen|freigegeben|bon pour accord|nous acceptons|accord pour|po to follow)\b/;
const notYet =
  /\b(?:looks? good|checking with|check with|received, thanks|thanks,? received|in principle|subject to|can you do it for|could you (?:do|lower|reduce)|if (?:item|you can|the price)|comes out|out of (?:the )?office|will get back|let me (?:check|confirm|think)|pending|once (?:we|i|finance|legal)|before we (?:can )?(?:accept|approve)|not (?:yet )?(?:accept\w*|approv\w*|confirm\w*)|cannot accept|do not accept|decline|vorbehaltlich|im prinzip|sous reserve|en principe|waiting for|need(?:s)? approval|for approval|instead of|counter)\b/;

/** Whether a message says yes: plainly, not yet, or nothing of the kind. Never from its tone. */
export function acceptanceOf(readings: readonly Reading[]): "accepted" | "unclear" {
  let says = false;
  for (const { unit, folded } of readings) {
    if (/^(?:subject|re|betreff|objet|from|to|cc|date|sent|von|an)\b ?:/.test(folded)) continue;
    if (notYet.test(folded)) return "unclear";
    if (unit.text.trim().endsWith("?")) continue;
    if (yes.test(folded)) says = true;
  }
  return says ? "accepted" : "unclear";
}
