import type { ComponentProps, ReactNode } from "react";
import "./controls.css";

export interface ButtonProps extends Omit<ComponentProps<"button">, "type"> {
  readonly look?: "main" | "plain" | "standard";
  readonly size?: "standard" | "large";
  /** Key that does the same, shown beside the label. */
  readonly shortcut?: string | null;
  readonly children: ReactNode;
}

/** A button that is never a submit button by accident, with its key written on it. */
export function Button({
  look = "standard",
  size = "standard",
  shortcut,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={className === undefined ? "button" : `button ${className}`}
      data-look={look}
      data-size={size}
      {...rest}
    >
      {children}
      {shortcut === undefined || shortcut === null ? null : <Key label={shortcut} />}
    </button>
  );
}

/** A key as it stands on the keyboard. Not read aloud: the button's label says what it does. */
export function Key({ label }: { readonly label: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {label}
    </kbd>
  );
}
