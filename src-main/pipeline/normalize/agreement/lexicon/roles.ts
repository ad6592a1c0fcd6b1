/** Last words of a phrase that name who works, folded, singular. */
const roleHeads = new Set(
  (
    "engineer developer consultant technician partner associate paralegal manager analyst architect designer specialist " +
    "lead director principal administrator admin tester programmer writer editor copywriter strategist planner supervisor foreman " +
    "laborer labourer worker operator driver electrician plumber draftsperson foreperson tradesperson mate skipper hydrographer stagehand groundskeeper aide chaperone carpenter welder mechanic fitter installer apprentice helper " +
    "cleaner porter janitor guard officer nurse therapist tutor trainer instructor teacher coach translator interpreter " +
    "reviewer auditor accountant bookkeeper clerk assistant coordinator expert advisor adviser attorney lawyer counsel solicitor " +
    "barrister secretary surveyor drafter draftsman draughtsman estimator inspector scientist researcher photographer videographer " +
    "animator illustrator producer artist model stylist buyer recruiter scrum master owner journeyman master dispatcher packer " +
    "picker forklift-driver gardener landscaper arborist painter roofer mason plasterer tiler pm dev qa ba dba sme cto cfo ceo vp " +
    "executive staff personnel timekeeper intern trainee superintendent crew team steward geologist hydrologist biologist " +
    "chemist pilot captain chef cook waiter server-staff bartender host hostess receptionist agent representative rep " +
    "entwickler entwicklerin berater beraterin ingenieur ingenieurin techniker monteur meister geselle helfer projektleiter projektleiterin " +
    "architektin auszubildender lehrling facharbeiter hilfsarbeiter sachbearbeiter obermonteur azubi konsultant rechtsanwalt anwalt anwaltin tester " +
    "ingenieure developpeur consultante chef-de-projet technicien ouvrier avocat avocate directeur directrice redacteur formateur electricien plombier mecanicien chauffeur agent gestionnaire expert " +
    "consultor consultora tecnico tecnica ingeniero ingeniera arquitecto oficial jardinero jardinera vigilante limpiador limpiadora peon operario operaria auxiliar jefe encargado conductor traductor abogado abogada " +
    "consulente tecnico ingegnere architetto operaio operaia capo autista traduttore avvocato analista sviluppatore programmatore " +
    "engenheiro engenheira arquiteto operador motorista tradutor advogado programador " +
    "adviseur monteur ingenieur architect medewerker schoonmaker chauffeur vertaler ontwikkelaar projectleider advocaat uitvoerder timmerman schilder"
  ).split(" "),
);

/** Whether a phrase names a role: "senior developer", "Project Managers", "PM". */
export function isRole(phrase: string): boolean {
  // "Extra cleaning requested by the manager": who asks for it does not do it.
  const own = phrase.replace(
    / (?:requested|ordered|instructed|approved|authori[sz]ed|agreed|required) by .*$/i,
    "",
  );
  const words = own
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\([^)]*\)/g, "")
    .split(/[ /,]+/)
    .filter((word) => word !== "");
  const last = words.at(-1)?.replace(/[^a-z-]/g, "") ?? "";
  if (/^(?:i|ii|iii|iv|\d|one|two|three|level|grade|senior|junior)$/.test(last) && words.length > 1)
    return isRole(words.slice(0, -1).join(" "));
  if (roleHeads.has(last) || (last.endsWith("s") && roleHeads.has(last.slice(0, -1)))) return true;
  return words.length > 1 && /^(?:of|de)$/.test(words[1] ?? "") && roleHeads.has(words[0] ?? "");
}

/** Words that name the paying or the paid party, and so never an item. */
export const partyWords =
  /^(?:the |such |each )?(?:client|customer|buyer|owner|authority|lessee|tenant|shipper|purchaser|employer|licensee|subscriber|provider|supplier|vendor|contractor|consultant|agency|firm|lessor|landlord|carrier|seller|licensor|company|subcontractor|service provider|we|you|us|they|it|he|she|i|party|parties|auftraggeber|auftragnehmer|kunde|anbieter|lieferant|le client|le prestataire|prestataire|fournisseur|der kunde|der auftraggeber|der auftragnehmer|hirer|university|city|county|state|agent|your|our|this|that|these|there|all|total|none|payment|payments|invoice|invoices|agreement|contract|term)$/;
