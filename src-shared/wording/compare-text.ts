/** Order of texts by their code units: the same on every machine, whatever its language. */
export const compareText = (first: string, second: string): number =>
  first < second ? -1 : first > second ? 1 : 0;
