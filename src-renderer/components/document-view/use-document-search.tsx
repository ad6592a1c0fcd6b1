import { useEffect, useMemo, useState } from "react";
import type { ReactNode, RefObject } from "react";
import type { ReadDocument } from "../../../src-shared/model/index.ts";
import { DocumentSearch } from "./document-search.tsx";
import type { DocumentMark, MarkFocus } from "./marks.ts";
import { findInDocument } from "./search-marks.ts";

interface Overlay {
  readonly marks: readonly DocumentMark[];
  readonly focus: MarkFocus;
}

/** Searching one document: the line for the text, and the marks with what was found on top. */
export function useDocumentSearch(
  words: ReadDocument | null,
  onWordsNeeded: (() => void) | undefined,
  /** Element inside which Ctrl+F opens the search. */
  frame: RefObject<HTMLElement | null>,
): {
  readonly open: () => void;
  readonly field: ReactNode;
  readonly overlay: (marks: readonly DocumentMark[], focus: MarkFocus) => Overlay;
} {
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [steps, setSteps] = useState(0);
  const found = useMemo(
    () => (text === null || words === null ? [] : findInDocument(words, text)),
    [text, words],
  );
  useEffect(() => {
    const element = frame.current;
    const followKey = (event: KeyboardEvent): void => {
      if (event.key !== "f" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onWordsNeeded?.();
      setText((current) => current ?? "");
    };
    element?.addEventListener("keydown", followKey);
    return () => element?.removeEventListener("keydown", followKey);
  }, [frame, onWordsNeeded]);
  const step = (by: 1 | -1): void => {
    if (found.length > 0) setAt((at + by + found.length) % found.length);
    setSteps(steps + 1);
  };
  return {
    open: () => {
      onWordsNeeded?.();
      setText((current) => current ?? "");
    },
    field:
      text === null ? null : (
        <DocumentSearch
          text={text}
          found={found.length}
          at={at}
          onText={(next) => {
            setText(next);
            setAt(0);
            setSteps(steps + 1);
          }}
          onStep={step}
          onClose={() => setText(null)}
        />
      ),
    overlay: (marks, focus) => {
      if (found.length === 0) return { marks, focus };
      const active = found[at]?.id;
      return {
        marks: [...marks, ...found],
        focus: {
          activeIds: new Set(active === undefined ? [] : [active]),
          scrollRequest: focus.scrollRequest + steps / 1_000,
        },
      };
    },
  };
}
