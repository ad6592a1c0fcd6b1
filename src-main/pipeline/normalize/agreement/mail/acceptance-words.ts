import type { Reading } from "../engine/reading.ts";

/** Words that say yes, by language. */
const yesWords: readonly string[] = [
  String.raw`(?:works|is fine|all good) for us|happy to (?:proceed|go ahead)|let's go ahead|you have (?:our|my) (?:approval|go-ahead|ok)|please (?:book|start|begin|go ahead|schedule|proceed)|(?:place|book) (?:the|our|this) order|order (?:is )?(?:confirmed|placed)|wir (?:beauftragen|bestellen|nehmen)\b[^.;]{0,60}|beauftragen wir|bestellen wir|auftrag ist erteilt|akkoord|wij accepteren|aceptamos|de acuerdo con (?:su|el|la)|conforme con|accettiamo|aceitamos|de acordo com|nous (?:validons|confirmons)|^agreed\b|please (?:order|install|deliver|prepare the (?:contract|order)|send (?:us )?the (?:contract|order confirmation))|we(?:'ll| will) take it|it's a deal|we (?:hereby )?accept|i (?:hereby )?accept|accepted|approved?|please proceed|go ahead|you may proceed|proceed with|signed copy (?:is )?attached|consider (?:this|it) (?:our )?(?:acceptance|approval|confirmed)|we confirm(?: the order)?|confirmed|einverstanden|wir nehmen (?:das|ihr) angebot an|auftrag erteilt|hiermit beauftragen|freigegeben|bon pour accord|nous acceptons|accord pour|po to follow`,
  // English: rates and prices that suit, and orders that follow from them.
  String.raw`(?:(?:those|these|the|your) (?:rates?|prices?|terms|figures|numbers?)|the (?:quote|offer|proposal)) (?:is|are|look|looks) (?:fine|good|ok|okay|sweet|great|agreed|acceptable|accepted)|(?:all|that's|that is|it's) agreed|book us in|put us (?:down|in)|we(?:'d| would)? (?:like|want) to (?:go ahead|proceed|accept|order)|(?:ok|okay|good|happy|fine) to (?:proceed|go ahead)|yes,? please|(?:we|i)(?:'re| are|'m| am) (?:happy|pleased) to (?:accept|confirm|go ahead|proceed)|accepts? (?:your|the) (?:offer|quote|quotation|proposal|estimate)`,
  String.raw`(?:erteilen|erteile|vergeben) (?:wir|ich)? ?(?:ihnen|euch|dir)? ?(?:hiermit |hierdurch )?(?:den|diesen|folgenden)? ?auftrag|auftrag (?:ist )?(?:hiermit )?(?:erteilt|bestatigt)|(?:wir|ich) (?:nehmen|nehme) (?:das|ihr|dein|euer) (?:angebot|offerte) (?:gerne? )?an|(?:wir|ich) (?:bestatigen|bestatige|akzeptieren|akzeptiere)|angebot (?:ist |wird )?(?:hiermit )?(?:angenommen|akzeptiert)|bitte (?:so )?(?:ausfuhren|umsetzen|einplanen|bestellen|beginnen)|passt so,? (?:bitte|danke|machen)|geht klar|in ordnung,? bitte`,
  String.raw`(?:nous|je|on|la direction|le conseil|le syndic) (?:l')?(?:accept(?:e|ons)|valid(?:e|ons)|confirm(?:e|ons)|approuv(?:e|ons)) (?:\S+ ){0,3}(?:offre|devis|commande|proposition|tarifs?|conditions|prix)|d'accord (?:pour|avec|sur) (?:votre|vos|le|la|les|ce|ces)|c'est d'accord|devis (?:accepte|valide)|vous pouvez (?:commencer|demarrer|y aller|lancer)|donnons notre accord`,
  String.raw`(?:aceptamos|confirmamos|aprobamos|acepto|confirmo|apruebo) (?:\S+ ){0,3}(?:oferta|presupuesto|pedido|propuesta|tarifas?|condiciones|precios?|servicio|encargo)|damos (?:el|nuestro) (?:visto bueno|conforme|conformidad|ok)|(?:presupuesto|oferta) (?:aceptad[oa]|aprobad[oa])|adelante con|pueden (?:empezar|comenzar|proceder)|estamos conformes`,
  String.raw`(?:accettiamo|confermiamo|approviamo|accetto|confermo) (?:\S+ ){0,3}(?:preventivo|offerta|ordine|proposta|tariffe|condizioni|prezzi|incarico)|(?:preventivo|offerta) (?:accettat[oa]|approvat[oa]|confermat[oa])|(?:procedete|procedi|proceda) pure|potete (?:procedere|iniziare|partire)|va bene cosi|diamo (?:il nostro )?(?:ok|benestare)`,
  String.raw`(?:aceitamos|confirmamos|aprovamos|aceito|confirmo|adjudicamos) (?:\S+ ){0,3}(?:orcamento|proposta|encomenda|pedido|precos?|condicoes|tabela|servico)|(?:orcamento|proposta) (?:aceit[ea]|aprovad[oa]|adjudicad[oa])|pode(?:m)? (?:avancar|comecar|iniciar|prosseguir)|damos (?:o nosso )?(?:ok|acordo)`,
  String.raw`(?:gaan|ga|zijn) (?:wij |we |ik |hiermee )?akkoord|(?:wij|we|ik) (?:bevestigen|bevestig|accepteren|accepteer|geven) (?:\S+ ){0,3}(?:offerte|opdracht|bestelling|aanbod|voorstel|tarieven|prijzen)|(?:offerte|opdracht) (?:is )?(?:akkoord|geaccepteerd|verstrekt)|ga(?:at)? uw gang|graag (?:uitvoeren|inplannen|zo doen)`,
  // Nobody in person: "se acepta la cotización", "le devis est accepté", "das Angebot wird angenommen".
  String.raw`se (?:acepta|aprueba|confirma|autoriza) (?:\S+ ){0,3}(?:oferta|presupuesto|cotizacion|propuesta|pedido|tarifas?|precios?)|si (?:accetta|approva|conferma) (?:\S+ ){0,3}(?:preventivo|offerta|proposta|ordine|prezzi|tariffe)|(?:aceita|aprova|confirma)-se (?:\S+ ){0,3}(?:orcamento|proposta|cotacao|precos?|encomenda)|(?:devis|offre|proposition|commande) (?:\S+ ){0,3}(?:est|sont) (?:acceptee?s?|approuvee?s?|validee?s?)|(?:angebot|offerte|kostenvoranschlag) (?:\S+ ){0,3}(?:wird|ist|nehmen wir) (?:\S+ ){0,2}(?:an(?:genommen)?|akzeptiert|freigegeben|bestatigt)|(?:offerte|voorstel|prijsopgave) (?:\S+ ){0,3}(?:is|wordt) (?:\S+ ){0,2}(?:geaccepteerd|goedgekeurd|akkoord|aanvaard)|(?:quote|quotation|offer|proposal|estimate) (?:\S+ ){0,3}(?:is|has been) (?:hereby )?(?:accepted|approved|agreed)`,
  String.raw`(?:aceptamos|confirmamos|aprobamos|acepto|confirmo|apruebo|autorizamos) (?:\S+ ){0,3}(?:cotizacion|orden)|(?:aceitamos|aprovamos|aprovo|aceito) (?:\S+ ){0,3}cotacao`,
  // What is taken for a yes, who said it, and who got the work.
  String.raw`(?:take|treat|regard|consider|accept) (?:this|it|the above)(?: (?:e-?mail|message|letter|note|reply))? as (?:our |my |an? |your |the |being )*(?:formal |written |firm |official )?(?:acceptance|order|approval|go-ahead|confirmation|instruction)|(?:happy|content|pleased) with (?:your|the|that|this|these|those|everything)|(?:please |you can |do )(?:crack on|get (?:going|started|cracking)|carry on|make a start|start)|(?:signed|sign) (?:it|this|that|them|your \S+) off|signed off on (?:it|this|that|your|the)|good to (?:start|go)|(?:go|going) with (?:option|your|the|you)|you(?:'ve| have)? (?:got|won) (?:the|this) (?:job|work|contract|order)|(?:job|work|contract|order) is yours|(?:chosen|selected|appointed) you|award(?:ing|ed)? (?:you|it to you)`,
  String.raw`zuschlag[^.;]{0,60}(?:zu )?erteil(?:en|t)|auftrag [^.;]{0,30}bitte (?:so )?(?:durch|aus)fuhren|bitte (?:loslegen|durchfuhren|anfangen|starten)|(?:sie|ihr) (?:konnen|konnt|durfen) (?:loslegen|anfangen|beginnen|starten)|nous vous (?:confirmons|passons|validons) (?:\S+ ){0,3}(?:commande|devis|accord|intervention)|passons (?:la |notre )?commande|(?:le|votre) devis [^.;]{0,20}nous convient|tenemos el gusto de (?:aceptar|adjudicar)|(?:les|le) adjudicamos|affidiamo (?:a voi |vi )?(?:l'incarico|i lavori)|(?:vi|le) affidiamo|u krijgt de opdracht|de opdracht is (?:voor u|gegund)|gunnen wij|gunnen u`,
];
const plainYes = String.raw`se (?:acepta|aprueba|autoriza) (?:la|el|su)|queda (?:aceptad|aprobad|autorizad)[oa]|si accetta (?:la|il)|aceita-se|fica aceite|wird (?:hiermit )?(?:angenommen|beauftragt)|est acceptee?|so machen wir (?:das|es)|machen wir so|abgemacht|let's do (?:it|that)|go for it|you're on|c'est bon pour (?:nous|moi)|allez-y|on y va|(?:ca|cela) nous convient|nos encaja|nos parece bien,? adelante|(?:por nosotros|por mi) adelante|ci sta bene|procediamo|avancem|combinado|fechado|doen we zo|afgesproken|dat is goed,? (?:graag|doe)`;
const yes = new RegExp(String.raw`\b(?:${[...yesWords, plainYes].join("|")})\b`, "u");
/** A yes that asks for something else. */
const counters =
  /\b(?:(?:ok|okay|fine|yes|agreed|good|accept(?:ed)?|approved)\b[^.;?!]{0,40},? but\b|but (?:only )?(?:at|for|if|with|without|the (?:rate|price))|provided\b|on condition|as long as|make it|subject to|can you do it for|could you (?:do|lower|reduce)|if (?:item|you can|the price)|comes out|instead of|counter(?:-?offer)?|unter der bedingung|wenn sie|jedoch|vorbehaltlich|sous reserve|mais (?:a|au|pour)|a condition que|pero (?:a|por)|siempre que|a condicion|salvo que|ma (?:a|per)|a condizione|purche|salvo|desde que|mas (?:a|por)|maar (?:dan|voor|tegen)|mits|onder voorbehoud)\b/;
/** Not yet an answer. */
const waits =
  /\b(?:looks? good|checking with|check with|received, thanks|thanks,? received|in principle|out of (?:the )?office|will get back|let me (?:check|confirm|think)|pending|once (?:we|i|finance|legal)|before we (?:can )?(?:accept|approve)|not (?:yet )?(?:accept\w*|approv\w*|confirm\w*)|(?:do not|don't|please don't) (?:start|begin|proceed|go ahead|order|book)|(?:until|unless|before) (?:we|i|it|the board|finance)(?: has| have| is|'ve)? (?:been )?(?:approved?|accept\w*|agreed?|signed)|outstanding|noch nicht|nicht (?:annehmen|beauftragen|zusagen)|cannot accept|do not accept|decline|im prinzip|en principe|waiting for|need(?:s)? approval|for approval|(?:melden|melde) uns|prufen wir|wird (?:noch )?gepruft|bespreche (?:das|es)|on (?:va|vous) (?:en|redit)|reviendrons|a valider|a l'etude|en estudio|lo consultar\w*|pendiente|in valutazione|vi faremo sapere|em analise|overleg(?:gen)?|komen (?:wij )?(?:er )?op terug)\b/;

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
