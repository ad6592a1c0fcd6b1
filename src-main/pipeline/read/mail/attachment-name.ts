const longestName = 150;

/** Endings for parts without a name, so that texts can be told apart. */
const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/xml": "xml",
  "text/xml": "xml",
  "text/html": "html",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/calendar": "ics",
  "message/rfc822": "eml",
  "application/vnd.ms-outlook": "msg",
  "application/json": "json",
  "application/zip": "zip",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/tiff": "tif",
  "image/gif": "gif",
  "image/bmp": "bmp",
};

/**
 * Gives attachments names that are safe to show and unique in their message.
 *
 * Folders, control and direction marks and leading dots are taken off; a name that is left empty comes from the type.
 */
export function createNameGiver(): (name: string | null, mediaType: string) => string {
  const given = new Set<string>();
  return (name, mediaType) => {
    const clean = cleanName(name ?? "");
    const ending = endings[mediaType];
    const base = clean === "" ? `attachment${ending === undefined ? "" : `.${ending}`}` : clean;
    let unique = base;
    for (let number = 2; given.has(unique.toLowerCase()); number += 1)
      unique = base.replace(/(\.[^.]{1,8})?$/u, ` (${number})$1`);
    given.add(unique.toLowerCase());
    return unique;
  };
}

function cleanName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? "";
  const shown = last
    .normalize("NFC")
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, "")
    .replace(/[!:*?"<>|]/gu, "_")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\.+/u, "");
  if (shown.length <= longestName) return shown;
  const ending = /\.[^.]{1,8}$/u.exec(shown)?.[0] ?? "";
  return `${shown.slice(0, longestName - ending.length)}${ending}`;
}
