import { Menu } from "electron";
import type { MenuItemConstructorOptions } from "electron";

/** The menu of the system's own commands; what the program does is in its window, with the same keys in both shells. */
export function installMenu(isPacked: boolean): void {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === "darwin" ? [{ role: "appMenu" } as const] : []),
    { label: "&File", submenu: [{ role: process.platform === "darwin" ? "close" : "quit" }] },
    { role: "editMenu" },
    {
      label: "&View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
        ...(isPacked ? [] : ([{ type: "separator" }, { role: "toggleDevTools" }] as const)),
      ],
    },
    { role: "windowMenu" },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
