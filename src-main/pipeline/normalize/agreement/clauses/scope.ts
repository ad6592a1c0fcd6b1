import type { CueFrame, CueProjection } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { words } from "../lexicon/invoice-words.ts";
import { endOfBracket, participle, speaksOfWork, withoutKindsOfTax } from "./left-out-of-work.ts";

/** Labels over what is left out, folded, in seven languages. */
const outLabel =
  /^(?:(?:specifically |expressly )?(?:excluded|excludes?|excluding|exclusions?)|not included|not includ(?:ed|ing)|out of scope|by others|by (?:the )?(?:client|customer|owner|hirer|buyer)|not (?:part|in|covered|doing|done|quoted|offered|supplied|provided|priced|allowed for|our|for us)|does not include|nicht (?:enthalten|inbegriffen|im (?:preis|angebot|leistungsumfang)|umfasst|eingeschlossen|teil|bestandteil)|ausgenommen|ausgeschlossen|ausschlusse|bauseits|bauseitige leistungen|exclus(?:ions?)?|non (?:compris|inclus)(?:es)?|hors (?:perimetre|forfait|prestation)|exclusiones|excluid[oa]s?|no (?:incluid[oa]s?|incluye)|no esta incluido|esclus[oaie]|esclusioni|non (?:compres|inclus)[oaie]|exclusoes|excluid[oa]s?|nao inclu(?:id[oa]s?|i)|niet (?:inbegrepen|begrepen|inclusief|in de prijs)|uitgesloten|uitsluitingen|buiten scope)\b/;

/** Behind what is left out: "… is not covered", "… sind nicht Gegenstand", "… van fuori". */
const outBehind = words(
  [
    "(?:is|are|remains?)(?: |n't | not )?(?:expressly |specifically )?(?:excluded|out of scope|outside (?:the |our |this )?(?:scope|services?|agreement|contract)|by (?:the )?(?:others|client|customer|owner|hirer|engineer|buyer|contractor))",
    "(?:is|are|was|were)(?: not|n't) (?:included|covered|part of|accepted|in (?:the|this) (?:price|scope|fee|quote))|no part of|not (?:part of|quoted|offered|supplied|provided|priced|allowed for|ordered)|excluded|not included|(?:is|are) taken out of (?:the )?(?:services|scope)|-? ?by others|(?:is|are) (?:for|left to|the responsibility of) (?:the )?(?:client|customer|owner|hirer|buyer)",
    "(?:sind|ist|werden|wird) nicht (?:enthalten|inbegriffen|gegenstand|teil|bestandteil|im preis|umfasst|geschuldet|mit ?enthalten)|nicht (?:enthalten|inbegriffen|im preis enthalten)|(?:sind|ist) (?:bauseits|ausgenommen|ausgeschlossen|sache (?:der|des))|(?:macht|machen|ubernimmt|ubernehmen|stellt|stellen) (?:der|die|das|wir) [^.;]{0,24}(?:selbst|selber|auftraggeber\\w*|kunde\\w*|bauherr\\w*)",
    "(?:n'est|ne sont|n'etant) pas (?:compris|inclus)(?:es|e)?|non (?:compris|inclus)(?:es|e)?|(?:est|sont) exclus?(?:es|e)?|(?:est|sont|reste|restent) a la charge du client",
    "no (?:esta|estan|va|van|queda|quedan)(?: [a-z]+)? incluid[oa]s?|no incluid[oa]s?|(?:queda|quedan|esta|estan) excluid[oa]s?|(?:corre|corren|es|son) (?:por cuenta|a cargo) del cliente",
    "non (?:e|sono) (?:compres|inclus)[oaie]|non fa(?:nno)? parte|(?:e|sono|resta|restano) esclus[oaie]|esclus[oaie]|a carico del (?:cliente|committente)",
    "nao (?:esta|estao)? ?incluid[oa]s?|(?:fica|ficam|esta|estao) excluid[oa]s?|(?:por conta|a cargo) d[oa] cliente",
    "(?:is|zijn|worden|wordt) niet (?:inbegrepen|begrepen|meegenomen|inclusief)|niet inbegrepen|(?:maakt|maken) geen deel uit|behoort niet|behoren niet|vall?(?:t|en) buiten|(?:is|zijn) uitgesloten|(?:is|zijn|komt|komen) voor rekening van (?:de )?(?:klant|opdrachtgever)",
  ].join("|"),
);

/** Before what is left out: "it does not cover", "excludes", "comprend … hors". */
const outBefore = words(
  [
    "(?:do|does|did|will|shall)(?: not|n't) (?:include|cover|comprise|extend to|allow for|provide for)|excludes?|excluding(?! vat| tax| gst)|not (?:included|covered|part of this)(?: are| is)? ?:|taken out (?:of [a-z ]{3,20})?:",
    "umfasst nicht|nicht zu(?:m|r) [a-z]+ gehor(?:t|en)|nicht (?:umfasst|enthalten|inbegriffen|gegenstand|teil)(?: der leistung| des auftrags| des vertrags)? (?:sind|ist)|nicht gegenstand ist|ausgenommen (?:sind|ist)",
    "ne (?:font|fait) pas partie(?: de [a-z' ]{2,24})?(?: ?:)?|ne comprend pas|ne comprennent pas|n'inclut pas|n'incluent pas|a l'exclusion d(?:e|es|u)|sont exclus(?:es)?(?: d[eu] [a-z ]{3,20})? ?:",
    "no forman? parte(?: del? [a-z ]{2,20})?(?: ?:)?|queda[n]? fuera(?: del? [a-z]+)?|no (?:incluye|incluyen|comprende|comprenden|contempla|va incluid[oa]|estan? incluid[oa]s?|se incluye[n]?)|quedan? (?:excluid[oa]s?|fuera)",
    "non rientra(?:no)? (?:nell['ao]? ?[a-z]+|nel [a-z]+|nei [a-z]+)|non (?:comprende|comprendono|include|includono)|(?:sono|e|restano|resta) esclus[oaie]",
    "nao faz(?:em)? parte (?:d[oa]s? )?[a-z]+|nao (?:inclui|incluem|abrange|abrangem|compreende)|ficam? (?:excluid[oa]s?|de fora)",
    "omvat niet|bevat niet|exclusief(?! btw)",
  ].join("|"),
);

const negation = "not|nor|never|no|\\p{L}+n't|cannot|nicht|keine?[rmns]?|pas|non|nao|niet|geen|aren't|isn't";
/** What belongs to the work, and words for the work itself: "covered", "Bestandteil", "our department", "de la mission". */
const belonging =
  "includ(?:ed|ing)|covered|comprised|contemplated|allowed for|priced|quoted|part|within (?:the |our |this |these )?(?:scope|services?|engagement|works?|price|fee)|scope|department|job|responsibility|remit|enthalten|inbegriffen|geschuldet|umfasst|gegenstand|bestandteil|teil|leistungsumfang|compris(?:es|e)?|inclus(?:es|e)?|partie|mission|perimetre|prestation|incluid[oa]s?|comprendid[oa]s?|parte|objeto|alcance|compres[oaie]|inclus[oaie]|incarico|oggetto|abrangid[oa]s?|ambito|inbegrepen|begrepen|meegenomen|onderdeel|inclusief";
/** "Are not within the Services", "isn't our job", "nicht Bestandteil": a denial with a word of belonging close behind. */
const denied = words(`(?:${negation})(?: (?!${negation})[\\p{L}'-]+){0,4}? (?:${belonging})`);
/** "Lies outside the works", "por cuenta del cliente": left to others, whatever the verb. */
const elsewhere = words(
  [
    "(?:fall[s]?|is|are|lies?|stays?|remains?) outside(?: of)? (?:the |our |this |these )?(?:scope|services?|works?|engagement|agreement|contract|order|quote|price)",
    "(?:por (?:conta|cuenta)|a cargo|a carico|a la charge|zu lasten|voor rekening) (?:d[oae]s?|del?|dell[ao']|du|des|der|van)(?: l[ao]s?| de| het)? ?(?:client\\p{L}*|kund\\p{L}*|auftraggeb\\p{L}*|klant|opdrachtgever|committente|don[oa] d[ea] obra|maitre d'ouvrage|promotor|propiedad|destinatari[oa]|comprador\\p{L}*|acquirente|bauherr\\p{L}*)",
  ].join("|"),
);
/** "Not doing the pipework": what is denied stands behind. */
const notDoing =
  /^\W*(?:not|nicht|pas|no|non|nao|niet) (?:doing|supplying|providing|pricing|quoting|covering|allowing for|incluid[oa]s?|inclus[oaei]|se incluyen?(?: en el \p{L}+)?|se incluem(?: n[oa] \p{L}+)?|geschuldet (?:sind|ist))\b/u;
/** "Illustration is included; photography and printing are not." */
const elliptic =
  /(?<!\p{L})(?:is|are|sind|ist|est|sont|son|es|sono|sao|zijn) (?:not|nicht|pas|no|non|nao|niet)\W*$/u;
/** What follows happens in a case: nothing is left out by it. */
const conditional =
  /^\W*(?:\(?\w{1,4}[.)] |\d+ )?(?:if|where|when|should|in (?:the )?(?:event|case)|unless|until|upon|si|wenn|falls|sofern|soweit|lorsque?|se|indien|wanneer|quando|cuando|caso)(?!\p{L})/u;
const includes =
  /\b(?:includ(?:ed|es?)|inkl\p{L}*|enthalten|inbegriffen|compris\p{L}*|inclus\p{L}*|incluid\p{L}*|compres\p{L}*|inbegrepen)\b/u;

/** A tax or charge that a price leaves out is no work: "sales tax", "surcharges"; "tax advice" is. */
const isCharge = (item: string): boolean =>
  /^(?:[\p{L}-]+ )?(?:expenses|costs|spesen|auslagen|\p{L}*kosten|frais|gastos|spese|despesas|onkosten)(?!\p{L})/iu.test(
    item,
  ) ||
  /^(?:[\p{L}.-]+ ){0,3}(?:tax(?:es)?|vat|gst|hst|pst|qst|dut(?:y|ies)|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|i\.v\.a|btw|ht|impuestos?|imposte|impostos?|surcharges?|expenses|disbursements|zuschlage?|spesen|auslagen|reisekosten|debours|gastos|suplidos|spese|despesas|onkosten|toeslagen)\.?(?:[ (]*\d.*)?$/iu.test(
    item,
  );
/** What is left out of a term of trade, a risk or a computation, not of the work. */
const otherThing = words(
  "void|claims?|assignment|governing|statutes?|confidential\\w*|liabilit\\w*|liable|warrant\\w*|damages|force majeure|indemni\\w*|haftung\\w*|gewahrleistung|responsabilit\\w*|rugen|reclamations?|renewal|recht\\w*weg|set-?off|aufrechnung|kundigung\\w*|rucktritt|weekends|holidays|applicable law|ruling|consequential|credits?|uptime|availability|discounts?|rabatt\\w*|interest|paiement direct|rinnovo|agency commission|limit|cap|ceiling|maximum|budget|obergrenze|kostendach|plafond|tope|massimale|limite|plafonne\\w*",
);
const insideLabel = words(
  "in scope|scope of (?:work|services)|(?:work|services|price|fee) (?:includes?|comprises?)|services (?:comprise|consist of)|scope (?:of (?:work|services) )?includes|leistungsumfang|im (?:preis|umfang) enthalten|leistungen enthalten|prestations comprises|incluye|comprende|omvat",
);

/**
 * What is in and out of the work: a list under a label ("Not in this price: …"), or a sentence that leaves its
 * subject or its object out, whichever way round the language puts them.
 */
export const scopeFrame: CueFrame = {
  id: "scope",
  cue: new RegExp(
    `${outBehind.source}|${outBefore.source}|${denied.source}|${elsewhere.source}|${notDoing.source}|${elliptic.source}|${insideLabel.source}|\\b(?:${outLabel.source.slice(1)})`,
    "u",
  ),
  project: (reading) => {
    const { folded, text, unit } = reading;
    if (unit.zone === "boilerplate" || unit.zone === "definitions" || /\bmeans?\b|\/s\//.test(folded))
      return [];
    const label = /^([^:|]{3,60}?) ?[:|] ?/.exec(folded);
    if (label?.[1] !== undefined && outLabel.test(label[1]))
      return scope([], items(text.slice(label[0].length)));
    const heading = unit.contexts.at(-1);
    const isHeaded =
      heading !== undefined &&
      outLabel.test(heading.folded.replace(/^[\d.() ]+/, "")) &&
      heading.folded.length < 50;
    if (
      isHeaded &&
      !(heading.prepared === unit.prepared && heading.start >= unit.start) &&
      !outBehind.test(folded) &&
      !outBefore.test(folded)
    )
      return reading.literals.some(({ type }) => type === "money") ? [] : scope([], items(text));
    return sentencesOf(reading).flatMap(([start, end]) => excludedIn(reading, start, end));
  },
};

/** Independent parts of a sentence: "Advice on X is not covered; cover is offered separately." */
function sentencesOf({ folded }: Reading): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let start = 0;
  for (const { index, 0: cut } of folded.matchAll(/; ?|\. (?=[a-z])/g)) {
    spans.push([start, index]);
    start = index + cut.length;
  }
  return [...spans, [start, folded.length]];
}

/** "Call-outs are not covered by the maintenance charge": what a fee of its own leaves out is charged for apart, and done. */
const besideFee =
  /(?<![\p{L}])(?:covered by|included in|part of|in) (?:the|this|that|our) (?:[\p{L}-]+ ){0,2}(?:charge|retainer|subscription|rental|rent|monthly fee|maintenance fee|service fee)(?![\p{L}])|(?:in|von) (?:der|dem) (?:\p{L}*pauschale|\p{L}*gebuhr|grundpreis)(?![\p{L}])|dans (?:le forfait|la redevance|l'abonnement)|en la cuota|nel canone|in het abonnement/u;

function excludedIn(reading: Reading, start: number, end: number): readonly CueProjection[] {
  if (besideFee.test(reading.folded.slice(start, end))) return [];
  const folded = reading.folded.slice(start, end);
  const text = reading.text.slice(start, end);
  if (conditional.test(folded)) return [];
  if (folded.length > 320 || /\b(?:unless|except)\b|:$/.test(folded.trim()) || otherThing.test(folded))
    return [];
  if (
    reading.literals.some(
      ({ type, start: at }) => (type === "money" || type === "percent") && at >= start && at < end,
    )
  )
    return [];
  // In a bracket behind a price: "(all toner, drums and labour; paper and staples excluded)".
  const bracket = /\(([^()]*)\)?/.exec(folded);
  const inner =
    bracket?.[1] !== undefined &&
    /[,;]| (?:and|und|et|y|e|en) /.test(bracket[1]) &&
    outBehind.test(bracket[1])
      ? bracket
      : null;
  if (inner !== null && outBefore.exec(folded) === null) {
    const hit = outBehind.exec(inner[1] ?? "");
    const from = inner.index + 1;
    return hit === null ? [] : scope([], items(text.slice(from, from + hit.index)));
  }
  // "Table linen with stains (wine excepted)" leaves nothing out of the work.
  if (bracket?.[1] !== undefined && outBehind.test(bracket[1])) return [];
  const before = outBefore.exec(folded);
  if (before !== null) {
    const at = before.index + before[0].length;
    if (!speaksOfWork(folded, { start: before.index, end: at })) return [];
    const rest = text.slice(at, endOfBracket(text, at));
    const found = withoutKindsOfTax(items(rest.replace(/^[ :,]+/, "")), rest);
    if (found.length === 0 && participle.test(before[0])) return [];
    if (found.length > 0 && !/^(?:is|are|sind|ist|est|sont)\b/.test(rest.trim())) return scope([], found);
  }
  const doing = notDoing.exec(folded);
  if (doing !== null)
    return scope(
      [],
      items(
        text
          .slice(doing[0].length)
          .replace(/, (?:you|we|they|he|she)(?:'ve|'re|'ll| (?:have|are|will))? .*$/i, ""),
      ),
    );
  const behind =
    outBehind.exec(folded) ??
    elsewhere.exec(folded) ??
    denied.exec(folded) ??
    (includes.test(reading.folded) ? elliptic.exec(folded.trimEnd()) : null);
  if (behind === null) return [];
  const cue = { start: behind.index, end: behind.index + behind[0].length };
  if (!speaksOfWork(folded, cue)) return [];
  const subject = text
    .slice(0, behind.index)
    .replace(/[ ,:-]+$/, "")
    .replace(
      /(?: (?:is|are|was|were|will be|shall be|do|does|ist|sind|wird|werden|ne|n'|est|sont|fait|font|se|si|e|sono|es|son|sao|is|zijn|worden|wordt))+$/i,
      "",
    );
  if (
    /^(?:this|which|that|it|they|we|you|i|he|she|dies|das|ce|cela|esto|questo|dit|anything not listed|there|nothing|payment|the (?:client|customer|supplier|contractor|parties|agreement|company))$/i.test(
      subject.trim(),
    )
  )
    return [];
  if (subject.trim().length > 2) return scope([], items(subject));
  // "Nicht enthalten sind Papier und Toner": the subject stands behind.
  return scope(
    [],
    items(text.slice(behind.index + behind[0].length).replace(/^ ?(?:sind|ist|zijn|is|are) /i, "")),
  );
}

/** Words between commas that name nothing. */
const aside =
  /^(?:for the avoidance of doubt|without limitation|in particular|etc\.?)$|^(?:(?:all|each|any) )?(?:of )?which\b/i;

const items = (text: string): readonly string[] =>
  text
    .trim()
    .split(
      /, ?(?:and |or |und |oder |sowie |et |ou |y |o |e |en |of )?| and | or | und | oder | sowie | et | ou | y | e | en |;/,
    )
    .map((item) =>
      item
        .replace(
          /^(?:the|any|all|or|and|die|der|das|les?|la|l'|el|los|las|il|lo|gli|i|le|os|as|de|het|een|d'|del|della|delle)\s+/i,
          "",
        )
        .replace(/^[-•* ]+|[ .:()]+$/g, "")
        .trim(),
    )
    .filter((item) => /\p{L}{2}/u.test(item) && item.length < 90 && !isCharge(item) && !aside.test(item))
    .slice(0, 16);

const scope = (included: readonly string[], excluded: readonly string[]): readonly CueProjection[] =>
  included.length + excluded.length === 0
    ? []
    : [
        projection<"scope">({
          type: "scope",
          key: `scope|${[...included, "|", ...excluded].join("+").toLowerCase()}`,
          value: { included, excluded },
        }),
      ];
