import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import "./tabs.css";

export interface TabItem {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
}

interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly activeId: string | null;
  readonly onChange: (id: string) => void;
  readonly children: ReactNode;
}

/** Tabs over one panel that follows them; arrows move and show at once. */
export function Tabs({ label, items, activeId, onChange, children }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [activeId, items]);
  return (
    <BaseTabs.Root className="tabs" value={activeId} onValueChange={(value) => onChange(String(value))}>
      <BaseTabs.List ref={list} className="tab-list" aria-label={label} activateOnFocus>
        {items.map((item) => (
          <BaseTabs.Tab key={item.id} className="tab" value={item.id} title={item.hint ?? item.title}>
            <span className="one-line">{item.title}</span>
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {activeId === null ? null : (
        <BaseTabs.Panel className="tab-panel" value={activeId} tabIndex={-1}>
          {children}
        </BaseTabs.Panel>
      )}
    </BaseTabs.Root>
  );
}
