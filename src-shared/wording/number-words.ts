/** Words for numbers to twelve, and for the months of a year and a half and of two years, folded, in seven languages. */
const words: readonly (readonly [value: number, words: string])[] = [
  [1, "one|ein|eine|einen|eins|un|une|een|uno|una|um|uma"],
  [2, "two|zwei|deux|twee|dos|due|dois|duas"],
  [3, "three|drei|trois|drie|tres|tre"],
  [4, "four|vier|quatre|cuatro|quattro|quatro"],
  [5, "five|funf|cinq|vijf|cinco|cinque"],
  [6, "six|sechs|zes|seis|sei"],
  [7, "seven|sieben|sept|zeven|siete|sette|sete"],
  [8, "eight|acht|huit|ocho|otto|oito"],
  [9, "nine|neun|neuf|negen|nueve|nove"],
  [10, "ten|zehn|dix|tien|diez|dieci|dez"],
  [11, "eleven|elf|onze|once|undici"],
  [12, "twelve|zwolf|douze|twaalf|doce|dodici|doze"],
  [18, "eighteen|achtzehn|dix-huit|achttien|dieciocho|diciotto|dezoito"],
  [24, "twenty-four|vierundzwanzig|vingt-quatre|vierentwintig|veinticuatro|ventiquattro"],
];

const values: ReadonlyMap<string, number> = new Map(
  words.flatMap(([value, names]) => names.split("|").map((name) => [name, value] as const)),
);

/** "three", "drei", "due": the number that a folded word names; `null` for any other word. */
export const numberOfWord = (word: string): number | null => values.get(word) ?? null;
