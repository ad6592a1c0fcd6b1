const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A compound file; mails of Outlook, workbooks and documents of Office 97 to 2003 are such files. */
export const isCompoundFile = (head: Uint8Array): boolean =>
  magic.every((byte, index) => head[index] === byte);

/**
 * Whether the directory names a stream within the bytes that a sniffer sees.
 *
 * Where the file is longer the directory may stand behind them: then only the file's name is left to tell.
 */
export function holdsName(head: Uint8Array, name: string): boolean {
  const wanted = [...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = head.indexOf(first); at !== -1; at = head.indexOf(first, at + 1))
    if (wanted.every((byte, index) => head[at + index] === byte)) return true;
  return false;
}
