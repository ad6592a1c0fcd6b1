import type { Reading } from "../engine/reading.ts";
import type { QuantityLiteral } from "../literals/literal.ts";
import { daysOf, monthsOf, note } from "./duration-parts.ts";
import type { Parts } from "./duration-parts.ts";

export function readRenewal(reading: Reading, parts: Parts, inTermZone: boolean): void {
  const { folded } = reading;
  if (
    !inTermZone &&
    !/\b(?:agreement|contract|term|subscription|vertrag|contrat\w*|lease|order|convention|laufzeit|duree|services?|er|it|il|el|verlangerung|durata|term|renewing|overeenkomst|periodos?|period[ei]s?|rolls over|months at a time|jahr|jeweils)\b/.test(
      folded,
    )
  )
    return;
  const isAuto =
    /\b(?:automatic\w*|auto-?renew\w*|shall renew|will renew|renews?\b(?! (?:only|upon|by))|verlangert sich|tacite reconduction|tacitement|successive|year by year|extended by (?:a|one|successive|\d)[a-z \d]{0,16} each time|se renouvelle|prorrogable|prorrogara|se renovara|se prorroga|rinnova\w*|renova-se|prorroga-se|wordt (?:telkens |stilzwijgend |automatisch )*(?:\S+ ){0,4}verlengd|tacitamente|roll(?:s)? over|evergreen|month[- ]to[- ]month|stillschweigend|verlangerung um jeweils|tacito rinnovo|rinnovo (?:tacito|automatico)|renovacion (?:tacita|automatica)|renovacao (?:tacita|automatica)|renovando-se|renouvelable|renewing for|con tacito|year to year|(?:sonst|danach|anschliessend|andernfalls)[^.;]{0,30}verlangerung|verlangerung um|reconduite?|tacite|renewal \|? ?:? ?automatic|stilzwijgend\w*)\b/.test(
      folded,
    );
  const isManual =
    /\b(?:option\w* to (?:renew|extend)|may (?:be )?(?:renew\w*|extend\w*)|renew\w* (?:only )?(?:by|upon|requires?|with) (?:[a-z ]{0,20})?(?:mutual|written|both|agreement|consent)|by mutual (?:written )?agreement|no automatic renewal|not (?:be )?(?:automatically )?renew\w*|nicht automatisch|shall not renew|does not (?:automatically )?renew|(?:sans|senza|sin|sem|ohne|zonder|without|no|keine?) (?:[a-z]+ ){0,2}(?:reconduction|renouvellement|rinnovo|renovacion|prorroga|renovacao|verlangerung|verlenging|renewal)|requires? (?:a )?(?:new|both))\b/.test(
      folded,
    );
  if (isManual) parts.autoRenew ??= false;
  else if (isAuto) parts.autoRenew ??= true;
  else return;
  note(parts, reading);
  if (isManual) return;
  const start = folded.search(
    /renew|verlanger|verleng|reconduc|renouvel|successive|extend|prorrog|renov|rinnov|rolls? over/,
  );
  const period =
    start < 0
      ? undefined
      : reading.literals.find(
          (literal): literal is QuantityLiteral =>
            literal.type === "quantity" &&
            literal.isTime &&
            monthsOf(literal) !== null &&
            literal.start > start &&
            !/\b(?:notice|kundig|preavis|prior|avant|antes|prima|before|frist)\b/.test(
              folded.slice(literal.end, literal.end + 24),
            ) &&
            !/\b(?:frist von|mit|preavis de|preaviso de|preavviso di|denonciation|unless cancelled|termijn van|con|sauf)[^.;]{0,20}$/.test(
              folded.slice(start, literal.start),
            ),
        );
  const named =
    /\b(?:year by year|year[- ]to[- ]year|annually|yearly|one-year|annual|jeweils ein(?:em)? (?:weiteres )?jahr|d'annee en annee|par periodes? d'un an|de ano em ano|di anno in anno|anualmente|annualmente|jaarlijks)\b/.test(
      folded,
    )
      ? 12
      : /\bmonth[- ]to[- ]month\b/.test(folded)
        ? 1
        : null;
  const months = period === undefined ? named : monthsOf(period);
  if (months !== null && parts.renewalMonths === null) parts.renewalMonths = months;
  if (period !== undefined) parts.consumed.add(period);
}

export function readNotice(reading: Reading, parts: Parts, inTermZone: boolean): void {
  const { folded } = reading;
  const aboutEnd =
    /\b(?:renew\w*|non-?renew\w*|expir\w*|end of (?:the |each |any |a |then[- ]current )?[a-z -]{0,24}(?:term|period|year)|term end|laufzeitende|ende der (?:jeweiligen )?(?:laufzeit|vertragslaufzeit)|terminat\w*|kundig\w*|gekundigt|cancel\w*|stop early|ended|end(?:s|ed)? (?:it|this|on|by)|preaviso|aviso|preavviso|disdetta|opzeg\w*|opgezegd|either (?:side|party|of us)|may end|frist|echeance|resili\w*|denonc\w*|preavis|rescis\w*|rescind\w*|avisando|terminad[oa]|denunciad[oa]|antecedencia|runs out|short-close|recesso|recede\w*|kundbar)\b/.test(
      folded,
    );
  if (!aboutEnd) return;
  if (
    !inTermZone &&
    !/\b(?:agreement|contract\w*|term|subscription|vertrag|er|contrat\w*|service[s]?|convention|party|parties|either (?:of us|side)|one of us|period|may end it|months at a time|overeenkomst|opzeg\w*|durata|vigencia|preaviso|preavviso|echeance|aviso|partes|parti|parte|rescis\w*|kundbar|short-close|recesso|renews?|verlangerung)\b/.test(
      folded,
    )
  )
    return;
  if (
    /\b(?:breach|default|cure|insolven|non-?payment|failure|remed)\w*/.test(folded) &&
    !/\bconvenience|without cause|any reason\b/.test(folded)
  )
    return;
  const times = reading.literals.filter(
    (literal): literal is QuantityLiteral => literal.type === "quantity" && literal.isTime,
  );
  const near = times.find(
    (literal) =>
      /^ ?['’]?s?['’]? ?(?:(?!periods?|terms?|unless)\w+ ){0,2}(?:notice|kundigungsfrist|frist|preavis|preaviso|preavviso|prior|before|ahead|earlier|vor|vorher|avant|antes|prima|voor|tevoren|antecedencia|antelacion|anticipo)\b/.test(
        reading.after(literal, 34),
      ) ||
      /\b(?:notice (?:of|period of)|frist von|mit|preavis de|preaviso de|preavviso di|aviso previo de|termijn van|con|avisando con|mediante aviso de|opzegtermijn (?:van|is)|opzegging ?:|sauf denonciation|cancelled|at least)(?: at least)? ?$/.test(
        reading.before(literal, 26),
      ),
  );
  for (const literal of near === undefined ? times : [near]) {
    const around = `${reading.before(literal, 50)}#${reading.after(literal, 60)}`;
    if (
      !/\b(?:notice|prior|before|advance|kundigungsfrist|frist|preavis|preaviso|preavviso|aviso|antelacion|antes|prima|termijn|opzeg\w*|vor ablauf|vor dem ende|zum ende|avant|ahead|avisando|vorher|tevoren|antecedencia|antelacion|preaviso|runs out)\b/.test(
        around,
      )
    )
      continue;
    if (near === undefined && /^(?: |-)(?:renewal )?(?:periods?|terms?)\b/.test(reading.after(literal, 20)))
      continue;
    const days = daysOf(literal);
    const months = monthsOf(literal);
    const isRenewalNotice =
      /\b(?:renew\w*|expir\w*|end of|term end|vor ablauf|ende der|avant|echeance|laufzeitende)\b/.test(
        folded,
      );
    parts.consumed.add(literal);
    if ((parts.noticeDays !== null || parts.noticeMonths !== null) && !isRenewalNotice) continue;
    if (days !== null) parts.noticeDays = days;
    else if (months !== null) {
      // A month stays a month: three months before 31 May are not 90 days.
      parts.noticeMonths ??= months;
    }
    if (parts.autoRenew !== null || inTermZone) note(parts, reading);
    return;
  }
}
