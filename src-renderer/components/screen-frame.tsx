import type { ReactNode } from "react";

interface ScreenFrameProps {
  readonly className: string;
  /** Which keys of the command table count while the focus is in here. */
  readonly keys: string;
  readonly title: string;
  readonly help: string;
  /** What the screen's one main action is, right of its title. */
  readonly action?: ReactNode;
  readonly error: { readonly message: string } | null;
  readonly children: ReactNode;
}

/** A screen of the window: its title with a sentence of help, what went wrong, and its content. */
export function ScreenFrame({ className, keys, title, help, action, error, children }: ScreenFrameProps) {
  return (
    <section className={className} data-keys={keys} data-pane="2" tabIndex={-1} aria-label={title}>
      <header className="screen-head">
        <div className="grow">
          <h1>{title}</h1>
          <p className="soft">{help}</p>
        </div>
        {action}
      </header>
      {error === null ? null : (
        <p className="sentence" role="alert">
          {error.message}
        </p>
      )}
      {children}
    </section>
  );
}
