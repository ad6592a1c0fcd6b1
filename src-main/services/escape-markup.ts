/** Text that is not markup yet. Every word of a document passes through here: it is hostile until escaped. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"'\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\u2066-\u2069]/g, (character) => {
    const entities: Readonly<Record<string, string>> = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;",
    };
    return entities[character] ?? "\u{FFFD}";
  });
