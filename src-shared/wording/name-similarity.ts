/** Share of words in common, 0 to 1; one name that begins with the other counts as 0.6 at least. */
export function nameSimilarity(first: string, second: string): number {
  const ours = first.split(" ").filter((word) => word.length > 1 && word !== "and");
  const theirs = new Set(second.split(" ").filter((word) => word.length > 1 && word !== "and"));
  if (ours.length === 0 || theirs.size === 0) return 0;
  const shared = ours.filter((word) => theirs.has(word)).length;
  const jaccard = shared / (ours.length + theirs.size - shared);
  const isStart = `${first} `.startsWith(`${second} `) || `${second} `.startsWith(`${first} `);
  return isStart ? Math.max(jaccard, 0.6) : jaccard;
}
