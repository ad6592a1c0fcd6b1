import { useEffect, useState } from "react";
import { say } from "../../locale/say.ts";
import { Button } from "../button.tsx";
import { Sign } from "../sign.tsx";
import "./toast.css";

export interface ShownToast {
  readonly id: number;
  readonly text: string;
  readonly tone: "done" | "failed";
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface ToastListProps {
  readonly toasts: readonly ShownToast[];
  readonly undoKey: string | null;
  readonly onDismiss: (id: number) => void;
}

const shownForMs = 6_000;

/** Notices that are read aloud, take no focus and wait while they are pointed at or focused. */
export function ToastList({ toasts, undoKey, onDismiss }: ToastListProps) {
  const [isHeld, setHeld] = useState(false);
  return (
    <div
      className="toasts"
      role="status"
      aria-live="polite"
      aria-label={say("toast.region")}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} undoKey={undoKey} isHeld={isHeld} onDismiss={onDismiss} />
      ))}
    </div>
  );
}

interface ToastLineProps extends Pick<ToastListProps, "undoKey" | "onDismiss"> {
  readonly toast: ShownToast;
  readonly isHeld: boolean;
}

function ToastLine({ toast, undoKey, isHeld, onDismiss }: ToastLineProps) {
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => onDismiss(toast.id), shownForMs);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id, onDismiss]);
  return (
    <div className="toast" data-tone={toast.tone}>
      <Sign tone={toast.tone === "done" ? "clear" : "over"} />
      <span className="grow">{toast.text}</span>
      {toast.action === null ? null : (
        <Button
          look="plain"
          shortcut={toast.action.label === say("undo.short") ? undoKey : null}
          onClick={() => {
            toast.action?.run();
            onDismiss(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button look="plain" aria-label={say("toast.dismiss")} onClick={() => onDismiss(toast.id)}>
        ✕
      </Button>
    </div>
  );
}
