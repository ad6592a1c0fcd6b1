import { create } from "zustand";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: "done" | "failed";
  /** What the button on it does, with its label. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface Toasts {
  readonly toasts: readonly Toast[];
}

let lastToast = 0;
const mostShown = 2;

/** Short notices. They are never the only way to what they offer. */
export const useToasts = create<Toasts>(() => ({ toasts: [] }));

export function showToast(toast: Omit<Toast, "id">): void {
  lastToast += 1;
  const shown = { ...toast, id: lastToast };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown].slice(-mostShown) }));
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
