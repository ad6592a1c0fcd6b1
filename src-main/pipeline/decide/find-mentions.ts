/** Roles that a text names with `@`, longest name first, in any case: "@project lead, please look". */
export function findMentions(text: string, roles: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    const rest = lower.slice(at + 1);
    const named = roles
      .filter(
        (role) => rest.startsWith(role.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(rest.slice(role.length)),
      )
      .toSorted((first, second) => second.length - first.length)[0];
    if (named !== undefined) found.add(named);
  }
  return roles.filter((role) => found.has(role));
}
