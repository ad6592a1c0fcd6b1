/** What a request may be, and what is counted of it. */
export interface FetchGuard {
  /** The one origin that may be asked: scheme, host and port. */
  readonly origin: string;
  readonly onSent: (bytes: number) => void;
}

const largestAnswerBytes = 4 * 1024 * 1024;

/** Why an answer was not taken. */
export class RefusedAnswer extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * `fetch` with a fence: one origin, no redirect, JSON only, an answer of bounded size, and every byte counted.
 *
 * Headers are counted roughly by their text; the body exactly.
 */
export function createGuardedFetch({ origin, onSent }: FetchGuard): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.origin !== origin) throw new RefusedAnswer("model/other-origin");
    const body = typeof init?.body === "string" ? init.body : "";
    const headers = [...new Headers(init?.headers ?? {})]
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    onSent(Buffer.byteLength(url.href) + Buffer.byteLength(headers) + Buffer.byteLength(body));
    const response = await fetch(url, {
      ...init,
      redirect: "error",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    const type = response.headers.get("content-type") ?? "";
    if (response.ok && !/\bjson\b/i.test(type)) {
      await response.body?.cancel();
      throw new RefusedAnswer("model/not-json");
    }
    const text = await readBounded(response);
    return new Response(text, { status: response.status, headers: response.headers });
  };
}

async function readBounded(response: Response): Promise<string> {
  if (response.body === null) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > largestAnswerBytes) throw new RefusedAnswer("model/answer-too-large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
