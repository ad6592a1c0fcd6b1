import { useRef } from "react";
import { say } from "../../locale/say.ts";
import { Button } from "../button.tsx";

interface DocumentSearchProps {
  readonly text: string;
  readonly found: number;
  /** Which of those found is shown, from 0. */
  readonly at: number;
  readonly onText: (text: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
}

/** A line to search one document; Enter goes on, Shift+Enter back, Escape closes. */
export function DocumentSearch({ text, found, at, onText, onStep, onClose }: DocumentSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="document-search" role="search">
      <input
        ref={(element) => {
          if (field.current === null) element?.focus();
          field.current = element;
        }}
        className="input"
        type="search"
        aria-label={say("document.search")}
        placeholder={say("document.search")}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            onStep(event.shiftKey ? -1 : 1);
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <span className="soft" role="status">
        {text.trim() === "" ? "" : say("document.found", { at: found === 0 ? 0 : at + 1, count: found })}
      </span>
      <Button look="plain" aria-label={say("document.foundBefore")} onClick={() => onStep(-1)}>
        ↑
      </Button>
      <Button look="plain" aria-label={say("document.foundNext")} onClick={() => onStep(1)}>
        ↓
      </Button>
      <Button look="plain" aria-label={say("dialog.close")} onClick={onClose}>
        ✕
      </Button>
    </div>
  );
}
