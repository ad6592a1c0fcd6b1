import type { Reading } from "../engine/reading.ts";
import type { QuantityLiteral } from "../literals/literal.ts";
import { daysOf, monthsOf, note } from "./duration-parts.ts";
import type { Parts } from "./duration-parts.ts";

export function readRenewal(reading: Reading, parts: Parts, inTermZone: boolean): void {
  const { folded } = reading;
  if (
    !inTermZone &&
    !/\b(?:agreement|contract|term|subscription|vertrag|contrat|lease|order|convention|laufzeit|duree|services?)\b/.test(
      folded,
    )
  )
    return;
  const isAuto =
    /\b(?:automatic\w*|auto-?renew\w*|shall renew|will renew|renews?\b(?! (?:only|upon|by))|verlangert sich|tacite reconduction|tacitement|successive|year by year|roll(?:s)? over|evergreen|month[- ]to[- ]month|stillschweigend)\b/.test(
      folded,
    );
  const isManual =
    /\b(?:option\w* to (?:renew|extend)|may (?:be )?(?:renew\w*|extend\w*)|renew\w* (?:only )?(?:by|upon|requires?|with) (?:[a-z ]{0,20})?(?:mutual|written|both|agreement|consent)|by mutual (?:written )?agreement|no automatic renewal|not (?:be )?(?:automatically )?renew\w*|nicht automatisch|shall not renew|does not (?:automatically )?renew|requires? (?:a )?(?:new|both))\b/.test(
      folded,
    );
  if (isManual) parts.autoRenew ??= false;
  else if (isAuto) parts.autoRenew ??= true;
  else return;
  note(parts, reading);
  if (isManual) return;
  const start = folded.search(/renew|verlanger|reconduc|successive|extend/);
  const period =
    start < 0
      ? undefined
      : reading.literals.find(
          (literal): literal is QuantityLiteral =>
            literal.type === "quantity" &&
            literal.isTime &&
            monthsOf(literal) !== null &&
            literal.start > start &&
            !/\bnotice|kundig|preavis|prior\b/.test(folded.slice(literal.end, literal.end + 24)),
        );
  const named =
    /\b(?:year by year|year[- ]to[- ]year|annually|yearly|one-year|annual|jeweils ein(?:em)? (?:weiteres )?jahr|d'annee en annee)\b/.test(
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
    /\b(?:renew\w*|non-?renew\w*|expir\w*|end of (?:the |each |any |a |then[- ]current )?[a-z -]{0,24}(?:term|period|year)|term end|laufzeitende|ende der (?:jeweiligen )?(?:laufzeit|vertragslaufzeit)|terminat\w*|kundig\w*|gekundigt|cancel\w*|echeance|resili\w*|denonc\w*|preavis)\b/.test(
      folded,
    );
  if (!aboutEnd) return;
  if (
    !inTermZone &&
    !/\b(?:agreement|contract|term|subscription|vertrag|contrat|service[s]?|convention|party|parties)\b/.test(
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
      /^ ?'?s?'? ?(?:\w+ ){0,2}(?:notice|kundigungsfrist|preavis|prior|before|vor)\b/.test(
        reading.after(literal, 34),
      ) ||
      /\b(?:notice (?:of|period of)|frist von|preavis de|at least)(?: at least)? ?$/.test(
        reading.before(literal, 26),
      ),
  );
  for (const literal of near === undefined ? times : [near]) {
    const around = `${reading.before(literal, 50)}#${reading.after(literal, 60)}`;
    if (
      !/\b(?:notice|prior|before|advance|kundigungsfrist|frist|preavis|vor ablauf|vor dem ende|zum ende|avant)\b/.test(
        around,
      )
    )
      continue;
    const days = daysOf(literal);
    const months = monthsOf(literal);
    const isRenewalNotice =
      /\b(?:renew\w*|expir\w*|end of|term end|vor ablauf|ende der|avant|echeance|laufzeitende)\b/.test(
        folded,
      );
    parts.consumed.add(literal);
    if (parts.noticeDays !== null && !isRenewalNotice) continue;
    if (days !== null) parts.noticeDays = days;
    else if (months !== null) {
      // A month stays a month: the shape counts days, so a person must say.
      parts.questions.add("notice-in-months");
    }
    if (parts.autoRenew !== null || inTermZone) note(parts, reading);
    return;
  }
}
