/**
 * The start of a file as text, or `null` for binary content.
 *
 * Only good enough to tell what a file is; reading decodes for itself, with the whole file at hand.
 */
export function decodeTextStart(head: Uint8Array): string | null {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return checked(decodeAs("utf-8", head.subarray(3)));
  if (first === 0xff && second === 0xfe) return checked(decodeAs("utf-16le", head.subarray(2)));
  if (first === 0xfe && second === 0xff) return checked(decodeAs("utf-16be", head.subarray(2)));
  const zeros = zeroShares(head.subarray(0, 4096));
  if (zeros.odd > 0.6 && zeros.even < 0.05) return checked(decodeAs("utf-16le", head));
  if (zeros.even > 0.6 && zeros.odd < 0.05) return checked(decodeAs("utf-16be", head));
  return checked(decodeAs("windows-1252", head));
}

const decodeAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  if (!bytes.includes(0)) return { even: 0, odd: 0 };
  const half = Math.max(1, bytes.length / 2);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 1)
    if (bytes[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  return { even: even / half, odd: odd / half };
}

const anyControl = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;
const allControls = new RegExp(anyControl, "g");

/** More than 1 in 200 control characters is no text; nearly all texts have none. */
function checked(text: string): string | null {
  const controls = anyControl.test(text) ? (text.match(allControls)?.length ?? 0) : 0;
  return controls > text.length / 200 ? null : text;
}
