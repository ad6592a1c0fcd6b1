const listed = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Words that tell no item from another: articles, words of billing, units of time, months. Folded. */
export const genericWords: ReadonlySet<string> = listed(`
  a an and as at by for from in into of off on or per the to with without your our this that its is are be
  fee fees charge charges charged rate rates price prices priced pricing amount amounts cost costs total subtotal
  hour hours hourly hr hrs h day days daily week weeks weekly month months monthly quarter quarterly year years yearly
  annual annually biweekly period periodic recurring flat fixed agreed invoice invoiced billing billed bill billable
  unit units each ea item items qty quantity no nr number line
  service services work works provided rendered performed according attached see ref reference
  contract agreement order purchase sow msa po
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue wed thu fri monday tuesday wednesday thursday friday
  q1 q2 q3 q4 kw cw
  net gross vat tax incl excl including excluding plus
  der die das des dem den ein eine und oder fur von zu im am mit ohne je pro nach
  stunde stunden std tag tage woche wochen monat monate monatlich jahr jahre jahrlich quartal gebuhr gebuhren
  satz preis leistung leistungen arbeit arbeiten stundensatz tagessatz pauschale
  januar februar marz mai juni juli oktober dezember
  le la les l un une des du de et ou au aux par pour sans avec heure heures jour jours mois an ans annee mensuel
  mensuelle forfait prix taux frais tarif horaire prestation prestations
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
  el los las una y o al por para con sin hora horas dia dias mes meses ano anos mensual precio tarifa servicio servicios
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  il lo gli uno e ed di da con ore ora giorno giorni mese mesi anno mensile prezzo tariffa servizio servizi
  het een en van voor met zonder uur uren dag dagen maand maanden jaar prijs tarief dienst diensten
  hora dia mes ano preco tarifa servico servicos do dos das em
  stundenlohn stundensatze tagessatze gesamt summe netto brutto mwst zzgl inkl exkl einheit menge stuck stk psch pauschal
  ordinary regular normal normale normales normali normaal ordinario ordinaria ordinarie ordinari ordinaire regulier
  lohnstunde arbeitsstunde arbeitsstunden je aus bei bis wie sowie
  ensemble ens montant ht ttc tva unite quantite global globale mensuels trimestre trimestriel annuel annuelle
  cuota importe mensuales trimestral total unidad cantidad iva canone importo mensile trimestrale annuale quantita
  del della dei delle degli dal dalla nel nella sul sulla al allo alla ai alle
  vergoeding kosten bedrag maandelijks kwartaal jaarlijks stuk stuks aantal eenheid btw op de bij
  mensal mensais anual unidade quantidade valor com sem na no nas nos pelo pela
  januari februari maart mei juni juli augustus oktober
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
`);

/** More nouns for what people do, as they stand beside names on records of work. Folded. */
export const tradeWords: ReadonlySet<string> = listed(`
  labourer laborer operative banksman slinger roofer groundworker joiner scaffolder decorator steward handyman porter
  barista bartender host hostess picker packer loader shearer climber arborist diver surveyor chainman stagehand
  soundman lightingtech camera cameraman gaffer runner lifeguard tutor carer caregiver healthcare hca rgn sia
  dolmetscher fachkraft hilfskraft aushilfe polier vorarbeiter facharbeiter hilfsarbeiter spengler gipser monteurin
  kranfuhrer baggerfuhrer maschinist staplerfahrer kellner koch servicekraft pfleger pflegerin erzieher dozent trainer
  tontechniker lichttechniker veranstaltungstechniker kameramann buhnenhelfer gesellin meisterin werkstudent praktikant
  interprete formateur formatrice grutier cariste manutentionnaire serveur serveuse cuisinier agent ouvriere
  compagnon chefdequipe technicienne intervenant preparateur animateur aide soignante infirmiere infirmier
  interprete operario operaria peon encofrador soldador gruista camarero camarera cocinero vigilante limpiadora monitor
  tecnica encargado capataz azafata mozo enfermera enfermero profesor profesora
  manovale muratrice saldatore gruista carpentiere cameriere cameriera cuoco addetto addetta tecnico tecnica capocantiere
  interprete hostess infermiere infermiera docente istruttore
  tolk kraanmachinist heftruckchauffeur stratenmaker grondwerker voorman uitvoerder hulpkracht oproepkracht vakman
  verpleegkundige verzorgende schoonmaker schoonmaakster beveiliger kok serveerster docent lasser steigerbouwer
  pedreiro servente carpinteiro armador soldador eletricista canalizador encanador pintora motorista operadora ajudante
  vigilante empregado empregada cozinheiro garcom formador formadora interprete estagiario mestre enfermeiro enfermeira
`);

/** Words of rank: a line and a term that name different ones are different things. Folded and stemmed alike. */
export const gradeWords: ReadonlySet<string> = listed(`
  junior senior lead leading principal associate partner director chief head trainee apprentice intern assistant
  journeyman foreman helper graduate mid expert executive supervisor superintendent deputy vice staff
  ii iii iv basic premium advanced professional enterprise bronze silver gold platinum small medium large
  leitend meister geselle obermonteur
`);

/** Words of time and place of work that change a price. */
export const shiftWords: ReadonlySet<string> = listed(`
  overtime afterhours weekend saturday sunday holiday night evening emergency standby oncall travel rush
  wochenende samstag sonntag feiertag nacht notdienst bereitschaft reisezeit uberstunde
  trajet urgence
`);

/** Nouns for what a person does: a line that names one is billed under that role and no other. */
export const roleWords: ReadonlySet<string> = listed(`
  accountant administrator advisor adviser agent analyst architect attorney auditor author bookkeeper builder buyer
  captain carpenter chef cleaner clerk coach coder concierge consultant controller cook coordinator copywriter counsel
  courier dba designer developer draftsman draughtsman driver economist editor electrician engineer estimator
  facilitator fitter forester gardener geologist guard illustrator inspector installer instructor interpreter
  investigator janitor workhand landscaper lawyer lecturer librarian locksmith machinist maid manager mason
  mechanic mentor merchandiser monteur nurse operator painter paralegal photographer physician pilot pipefitter
  planner plasterer plumber producer programmer proofreader recruiter roofer sales scientist secretary scrummaster
  solicitor specialist strategist surveyor teacher technician tester therapist timekeeper trainer translator tutor
  tiler videographer waiter warden welder worker writer researcher paramedic porter rigger glazier
  berater entwickler ingenieur techniker projektleiter monteur elektriker
  developpeur ingenieur technicien chef conseiller consultor tecnico
  dachdecker maler tischler schreiner zimmerer klempner installateur gartner fliesenleger maurer schlosser buchhalter
  ubersetzer mechaniker mechatroniker fahrer hausmeister reinigungskraft helfer lehrling azubi bauleiter fotograf
  plombier electricien peintre macon menuisier couvreur jardinier manoeuvre ouvrier apprenti comptable traducteur
  carreleur mecanicien chauffeur serrurier conducteur photographe
  fontanero electricista pintor albanil carpintero jardinero peon ayudante aprendiz contable traductor mecanico conductor
  oficial fotografo cerrajero limpiador limpiadora
  idraulico elettricista imbianchino muratore falegname giardiniere operaio apprendista contabile traduttore meccanico
  autista fabbro progettista consulente sviluppatore ingegnere
  loodgieter elektricien schilder metselaar timmerman hovenier leerling boekhouder vertaler monteur chauffeur ontwikkelaar
  adviseur tegelzetter dakdekker stukadoor
  canalizador eletricista pedreiro carpinteiro jardineiro servente ajudante contabilista tradutor motorista programador
  engenheiro desenvolvedor serralheiro
`);

/** Short forms that invoices use for words that agreements spell out. */
export const shortForms: Readonly<Record<string, string>> = {
  sat: "saturday",
  sun: "sunday",
  sr: "senior",
  snr: "senior",
  jr: "junior",
  jnr: "junior",
  mgr: "manager",
  dev: "developer",
  devs: "developer",
  eng: "engineer",
  engr: "engineer",
  tech: "technician",
  techs: "technician",
  asst: "assistant",
  assoc: "associate",
  admin: "administrator",
  maint: "maintenance",
  mgmt: "management",
  proj: "project",
  pm: "project manager",
  ba: "business analyst",
  qa: "quality assurance",
  arch: "architect",
  consult: "consultant",
  ot: "overtime",
  wkend: "weekend",
  elec: "electrician",
  lic: "license",
  licence: "license",
  licences: "license",
  sub: "subscription",
  labour: "labor",
  dept: "department",
  std: "standard",
  prem: "premium",
  equip: "equipment",
  mtl: "material",
  matl: "material",
  mats: "material",
  inst: "install",
  deliv: "delivery",
  svc: "service",
  svcs: "service",
};
