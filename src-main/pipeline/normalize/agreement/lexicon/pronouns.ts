/** A sentence whose subject is what the one before speaks of, in seven languages; folded. */
const goesOn =
  /^(?:and |und |et |y |e |en )?(?:they|these|those|this|such|each(?: of (?:them|which))?|sie|diese|jede|ils|elles|celles-ci|ceux-ci|chacune?|estas?|estos?|dichas?|cada una|esse|essi|queste|questi|ciascuna|ze|deze|elke|elas|eles|estas|cada uma) /;

export const speaksOn = (folded: string): boolean => goesOn.test(folded);
