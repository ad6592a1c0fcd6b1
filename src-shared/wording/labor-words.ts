/** Words for work that is paid by the time it takes, whoever does it, folded, in seven languages. */
const labor =
  /\b(labou?r|time|hours?|hourly|arbeitszeit|lohn|arbeitslohn|stundenlohn\w*|main d'?oeuvre|heures|mano de obra|manodopera|arbeid|arbeidsloon|uren|mao de obra)\b/;

/** Whether words speak of labor as such: "Labour 6 Oct", "Arbeitszeit", "main d'œuvre". */
export const namesLabor = (folded: string): boolean => labor.test(folded);
