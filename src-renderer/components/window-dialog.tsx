import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode, RefObject } from "react";
import { say } from "../locale/say.ts";
import "./controls.css";

interface WindowDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `bottom` leaves what is behind it in sight and in reach. */
  readonly place?: "top" | "bottom";
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A window inside the window. Escape closes it, focus stays in it and goes back where it was. */
export function WindowDialog({
  title,
  isOpen,
  onClose,
  place = "top",
  initialFocus,
  className,
  children,
}: WindowDialogProps) {
  return (
    <Dialog.Root
      open={isOpen}
      modal={place === "top" ? true : "trap-focus"}
      disablePointerDismissal={place === "bottom"}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        {place === "top" ? <Dialog.Backdrop className="dialog-scrim" /> : null}
        <Dialog.Popup
          className={className === undefined ? "dialog" : `dialog ${className}`}
          data-place={place}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <div className="panel-head">
            <Dialog.Title className="grow one-line">{title}</Dialog.Title>
            <Dialog.Close className="button" data-look="plain" aria-label={say("dialog.close")}>
              ✕
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
