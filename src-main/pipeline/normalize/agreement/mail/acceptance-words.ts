import type { Reading } from "../engine/reading.ts";

const yes =
  /\b(?:(?:works|is fine|all good) for us|happy to (?:proceed|go ahead)|let's go ahead|you have (?:our|my) (?:approval|go-ahead|ok)|please (?:book|start|begin|go ahead|schedule|proceed)|(?:place|book) (?:the|our|this) order|order (?:is )?(?:confirmed|placed)|wir (?:beauftragen|bestellen|nehmen)\b[^.;]{0,60}|beauftragen wir|bestellen wir|auftrag ist erteilt|akkoord|wij accepteren|aceptamos|de acuerdo con (?:su|el|la)|conforme con|accettiamo|aceitamos|de acordo com|nous (?:validons|confirmons)|^agreed\b|please (?:order|install|deliver|prepare the (?:contract|order)|send (?:us )?the (?:contract|order confirmation))|we(?:'ll| will) take it|it's a deal|we (?:hereby )?accept|i (?:hereby )?accept|accepted|approved?|please proceed|go ahead|you may proceed|proceed with|signed copy (?:is )?attached|consider (?:this|it) (?:our )?(?:acceptance|approval|confirmed)|we confirm(?: the order)?|confirmed|einverstanden|wir nehmen (?:das|ihr) angebot an|auftrag erteilt|hiermit beauftragen|freigegeben|bon pour accord|nous acceptons|accord pour|po to follow)\b/;
/** A yes that asks for something else. */
const counters =
  /\b(?:(?:ok|okay|fine|yes|agreed|good|accept(?:ed)?|approved)\b[^.;?!]{0,40},? but\b|but (?:only )?(?:at|for|if|with|without|the (?:rate|price))|provided (?:that|you)|on condition|as long as|make it|subject to|can you do it for|could you (?:do|lower|reduce)|if (?:item|you can|the price)|comes out|instead of|counter(?:-?offer)?|unter der bedingung|wenn sie|jedoch|vorbehaltlich|sous reserve|mais (?:a|au|pour)|pero (?:a|por)|ma (?:a|per)|maar (?:dan|voor|tegen))\b/;
/** Not yet an answer. */
const waits =
  /\b(?:looks? good|checking with|check with|received, thanks|thanks,? received|in principle|out of (?:the )?office|will get back|let me (?:check|confirm|think)|pending|once (?:we|i|finance|legal)|before we (?:can )?(?:accept|approve)|not (?:yet )?(?:accept\w*|approv\w*|confirm\w*)|cannot accept|do not accept|decline|im prinzip|en principe|waiting for|need(?:s)? approval|for approval)\b/;

/** What a message says to an offer, and the sentence that says it; `null` for the head and other words. */
export type Answer = "accepts" | "conditional" | "waits" | "silent";

const headLine = /^(?:subject|re|betreff|objet|from|to|cc|date|sent|von|an)\b ?:/;

/** Whether a message says yes: plainly, not yet, or nothing of the kind. Never from its tone. */
export function answerOf(readings: readonly Reading[]): {
  readonly answer: Answer;
  readonly said: Reading | null;
} {
  let said: Reading | null = null;
  for (const reading of readings) {
    const { unit, folded } = reading;
    if (headLine.test(folded)) continue;
    if (counters.test(folded)) return { answer: "conditional", said: reading };
    if (waits.test(folded)) return { answer: "waits", said: reading };
    if (unit.text.trim().endsWith("?")) continue;
    if (yes.test(folded)) said ??= reading;
  }
  return { answer: said === null ? "silent" : "accepts", said };
}
