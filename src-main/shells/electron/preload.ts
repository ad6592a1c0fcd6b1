import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { AppEvent, Transport } from "../../../src-shared/api/contract.ts";
import { electronChannels } from "../../../src-shared/api/electron-channels.ts";
import { methodNames } from "../../../src-shared/api/method-names.ts";

// The window gets methods, never the channel itself; main checks every input and every sender again.
const known: ReadonlySet<string> = new Set(methodNames);
const picks: ReadonlySet<string> = new Set(["files", "folder", "export-folder", "workspace"]);

const transport: Transport = {
  call: (name, input, callId) =>
    known.has(name)
      ? ipcRenderer.invoke(electronChannels.call, { name, input, callId })
      : Promise.resolve({
          ok: false,
          error: { code: "call/unknown-method", message: "There is no such call.", facts: { method: name } },
        }),
  cancel: (callId) => ipcRenderer.send(electronChannels.cancel, callId),
  subscribe: (listener) => {
    const forward = (_: unknown, event: AppEvent): void => listener(event);
    ipcRenderer.on(electronChannels.event, forward);
    return () => void ipcRenderer.off(electronChannels.event, forward);
  },
  pick: (what) => (picks.has(what) ? ipcRenderer.invoke(electronChannels.pick, what) : Promise.resolve([])),
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) || null : null),
};

contextBridge.exposeInMainWorld("countersign", transport);
