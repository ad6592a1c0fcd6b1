import { Fragment } from "react";
import { compareWords } from "./compare-words.ts";
import "./inline-diff.css";

/** Two texts as one, with what went struck out and what came underlined: by shape and by element, not by color alone. */
export function InlineDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="inline-diff">
      {compareWords(before, after).map(({ text, is }, at) => (
        <Fragment key={at}>
          {is === "removed" ? (
            <del>{text}</del>
          ) : is === "added" ? (
            <ins>{text}</ins>
          ) : (
            <span>{text}</span>
          )}{" "}
        </Fragment>
      ))}
    </span>
  );
}
