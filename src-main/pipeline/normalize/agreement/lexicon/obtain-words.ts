/** Verbs right before a share that somebody receives, over folded text, in seven languages. */
export const obtains =
  /(?<!\p{L})(?:gets?|obtains?|receives?|earns?|erhalt|erhalten|bekommt|obtient|beneficie d[e']|obtiene|recibe|ottiene|riceve|krijgt|ontvangt|obtem|recebe) ?(?:un[ae]?|einen|een|um)? ?$/u;
