import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { openScreen } from "../../state/window-view.ts";

interface CaseItemProps {
  readonly invoiceId: string;
  readonly number: string;
  readonly customer: string | null;
  readonly children?: ReactNode;
}

/** A case in a list of the pilot: its number opens it, its customer and more stand beside. */
export function CaseItem({ invoiceId, number, customer, children }: CaseItemProps) {
  return (
    <li>
      <Button
        look="plain"
        aria-label={say("pilot.open", { number })}
        onClick={() => openScreen("review", invoiceId)}
      >
        {number}
      </Button>
      <span>{customer ?? "–"}</span>
      {children}
    </li>
  );
}
