/** "… joins the team as Data Engineer", "… is assigned to the project as an analyst": who comes to those who work already. */
const joining =
  /(?<!\p{L})(?:joins?|(?:is|are|will be|shall be) (?:added|assigned|appointed) to|comes? (?:onto|into)) (?:the |our )?(?:[\p{L}]+ ){0,2}?(?:team|roster|crew|staff|project|engagement|assignment)(?: as (?:an? |the |our )?([\p{Lu}\p{L}][\p{L} /-]{1,40}?)(?=[,;.)]| at | for | from | with | on |$))?/u;

/** What a person comes as who joins those that work already; `null` where nobody joins, or as nothing that is said. */
export const roleOfJoining = (text: string): string | null => joining.exec(text)?.[1]?.trim() ?? null;

/** The words that say that somebody joins, at the start of a text; `null` without them. */
export function joiningAtStart(text: string): string | null {
  const match = joining.exec(text);
  return match === null || !/^ ?(?:will |shall )?$/.test(text.slice(0, match.index)) ? null : match[0];
}
