import "./controls.css";

export type Tone = "over" | "under" | "process" | "clear" | "neutral" | "accent" | "blocked" | "open";

const shapes: Readonly<Record<Tone, string>> = {
  over: "M5 1 9.5 9h-9Z",
  under: "M5 9 .5 1h9Z",
  process: "M5 0 10 5 5 10 0 5Z",
  clear: "M3.8 8.6.6 5.4l1.3-1.3 1.9 1.9 4.3-4.3 1.3 1.3Z",
  neutral: "M1 4h8v2H1Z",
  blocked: "M3 0h4l3 3v4l-3 3H3L0 7V3Zm-1 4.2v1.6h6V4.2Z",
  open: "M5 .5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm0 1.5v6a3 3 0 1 0 0-6Z",
  accent: "M5 1a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z",
};

/** The shape that goes with a word, so that color is never the only sign. */
export function Sign({ tone }: { readonly tone: Tone }) {
  return (
    <svg className={`sign tone-${tone}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={shapes[tone]} fillRule="evenodd" />
    </svg>
  );
}

/** A word with its shape in a colored capsule. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className="badge" data-tone={tone}>
      <Sign tone={tone} />
      {children}
    </span>
  );
}
