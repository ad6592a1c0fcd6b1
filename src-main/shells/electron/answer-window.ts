import { dialog, ipcMain } from "electron";
import type {
  BrowserWindow,
  IpcMainEvent,
  IpcMainInvokeEvent,
  OpenDialogOptions,
  WebContents,
} from "electron";
import type { CallResult } from "../../../src-shared/api/contract.ts";
import { electronChannels } from "../../../src-shared/api/electron-channels.ts";
import type { Dispatcher } from "../../services/dispatch.ts";
import { appOrigin } from "./fence-window.ts";

const dialogs: Readonly<Record<string, OpenDialogOptions>> = {
  files: { title: "Import files", properties: ["openFile", "multiSelections"] },
  folder: { title: "Import a folder", properties: ["openDirectory", "multiSelections"] },
  "export-folder": { title: "Write the export to", properties: ["openDirectory", "createDirectory"] },
  workspace: { title: "Workspace folder", properties: ["openDirectory", "createDirectory"] },
};

/** Whether a message comes from the top frame of our own page. */
export function isOwnSender(event: IpcMainEvent | IpcMainInvokeEvent, window: WebContents | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    event.sender === window &&
    frame !== null &&
    frame === window.mainFrame &&
    frame.origin === appOrigin
  );
}

const refused: CallResult<never> = {
  ok: false,
  error: { code: "call/not-offered", message: "This frame may not call the program." },
};

/** Joins the channels of the preload with the dispatch; every message is checked for its sender first. */
export function answerWindow(dispatcher: Dispatcher, findWindow: () => BrowserWindow | null): void {
  const contents = (): WebContents | null => findWindow()?.webContents ?? null;

  ipcMain.handle(electronChannels.call, (event, message: unknown) => {
    if (!isOwnSender(event, contents())) return refused;
    const { name, input, callId } = (message ?? {}) as Readonly<Record<string, unknown>>;
    return dispatcher.call(
      typeof name === "string" ? name : "",
      input,
      typeof callId === "string" && callId.length <= 200 ? callId : undefined,
    );
  });
  ipcMain.on(electronChannels.cancel, (event, callId: unknown) => {
    if (isOwnSender(event, contents()) && typeof callId === "string") dispatcher.cancel(callId);
  });
  ipcMain.handle(electronChannels.pick, async (event, what: unknown): Promise<readonly string[]> => {
    const window = findWindow();
    if (!isOwnSender(event, contents()) || window === null || typeof what !== "string") return [];
    const options = Object.hasOwn(dialogs, what) ? dialogs[what] : undefined;
    if (options === undefined) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled ? [] : filePaths;
  });
}
