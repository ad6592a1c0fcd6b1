/**
 * The words by which somebody binds himself or another, folded, in seven languages: a deed of a few lines, a mandate, a
 * letter that confirms what was arranged.
 */
const dealWords =
  /\b(?:it is (?:hereby )?(?:mutually )?agreed|witnesseth|made (?:on )?this \d{1,2}(?:st|nd|rd|th)? day of|this (?:letter|note|memo|e-?mail|memorandum) (?:confirms|sets out|records|is to confirm)|(?:confirms?|confirming|set out|records?) (?:the|our|what) (?:terms|arrangements?|agreement|understanding|we (?:have )?(?:agreed|arranged|discussed))|(?:arrangement|understanding|deal) (?:between|with)|hereby (?:instructs?|engages?|appoints?|retains?|lets?|hires?|undertakes?)|(?:instruct|engage|appoint|retain)s? [^.;]{2,60} to (?:act|carry|provide|represent|do|keep)|if (?:this|that) is (?:right|agreeable|acceptable|in order|ok),? please (?:sign|reply|confirm)|the undersigned|die unterzeichne(?:nde|te|ten)|der unterzeichne(?:nde|te)|wird (?:folgendes|hiermit) vereinbart|(?:erteilt|erteilen) [^.;]{0,60}(?:auftrag|mandat)|beauftrag(?:t|en) (?:hiermit |die |den |das |herrn |frau )|le soussigne|la soussignee|(?:charge|mandate|confie)(?:nt)? (?:a |l'|la |le |me |maitre |par la presente)|il est convenu|il sottoscritto|la sottoscritta|conferi(?:sce|scono|sco) [^.;]{0,80}incarico|affida(?:no)? (?:a|al|alla|allo|l'|la|il)\b|si conviene|el abajo firmante|la abajo firmante|encarga(?:n)? (?:a|al) |se acuerda|(?:tarifas|precios) [^.;]{0,12}acordad[oa]s|o abaixo assinado|a abaixo assinada|encarrega(?:m)? |fica acordado|(?:de )?ondergetekende|verstrek(?:t|ken) [^.;]{0,60}opdracht|is overeengekomen)/g;

/** What the first such word is worth, every further one, and how many of those count. */
const points = { first: 1.6, more: 0.5, most: 2 } as const;

/** Points for an agreement that no title names, by the words of binding oneself; 0 for none. */
export function dealPoints(folded: string): number {
  const deals = new Set(Array.from(folded.matchAll(dealWords), ([words]) => words)).size;
  return deals === 0 ? 0 : points.first + Math.min(deals - 1, points.most) * points.more;
}
