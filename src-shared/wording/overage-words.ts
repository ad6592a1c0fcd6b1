import { foldWording } from "./fold.ts";

const beyond =
  /\b(overages?|beyond (?:the )?(?:bundle|included|inclusive|allowance|package|plan|contingent|quota)|(?:over|above) (?:the )?(?:bundle|included|inclusive|allowance|package|plan|quota)|in excess of (?:the )?(?:bundle|included|allowance|plan|quota)|excess (?:usage|use|units?|calls?|messages?|copies|prints|pages|kilomet\w+|km|miles|mileage|data|volume)|mehrverbrauch|mehrseiten|mehrkilometer|mehr-?km|uber (?:das |dem |den )?(?:kontingent|inklusiv\w*|freimenge|paket)|au-?dela du (?:forfait|volume|quota)|hors forfait|depassement|eccedent[ei]|eccedenz[ae]|oltre (?:i|le|la|il|gli) (?:\d+|prim\w+|decim\w+)|(?:beyond|after) the first \w+|au-?dela (?:des|de la|du) (?:\d+|premi\w+)|exceso de (?:consumo|uso|kilometros|km)|(?:km|kilometros|consumo) (?:excedentes?|de exceso)|boven (?:de |het )?(?:bundel|tegoed)|buiten (?:de )?bundel|meer(?:verbruik|kilometers)|(?:km|quilometros|consumo) excedentes?)\b/;

/** Whether words price what is used beyond something that is included: "pages beyond the allowance", "ore eccedenti". */
export const isBeyondIncluded = (text: string): boolean => beyond.test(foldWording(text));

const moreTime =
  /\b(?:additional|extra|excess|further|overage) (?:\w+ )?(?:hours?|time|days?)\b|\b(?:hours?|time|days?) (?:over|above|beyond|in excess of)\b|\b(?:zusatzliche|weitere) stunden\b|\bmehrstunden\b|\bheures (?:additionnelles|au-?dela)\b|\b(?:horas|ore) (?:adiciona(?:les|is)|aggiuntive|extra)\b|\b(?:extra|meer) ?uren\b/;

/** Whether words bill time past the one that a fee buys: "Additional hours, March", "weitere Stunden". */
export const isMoreTime = (text: string): boolean =>
  isBeyondIncluded(text) || moreTime.test(foldWording(text));
