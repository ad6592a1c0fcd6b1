import type { App, Session, WebContents } from "electron";
import type { StaticFile } from "../static-files.ts";
import { guardHeaders } from "../content-security.ts";

export const appOrigin = "app://countersign";

/** Answers `app://countersign/…` from the table of the built window; nothing else is there. */
export function serveApp(
  files: ReadonlyMap<string, StaticFile>,
): (request: { readonly url: string; readonly method: string }) => Response {
  return ({ url, method }) => {
    const address = URL.parse(url);
    const file =
      address !== null && `${address.protocol}//${address.host}` === appOrigin && method === "GET"
        ? files.get(address.pathname)
        : undefined;
    if (file === undefined) return new Response("not here\n", { status: 404, headers: guardHeaders });
    return new Response(Uint8Array.from(file.bytes), {
      status: 200,
      headers: { ...guardHeaders, "content-type": file.mediaType },
    });
  };
}

/** Schemes that a window may load: its own files, and what its page made itself. */
const isOwn = (url: string): boolean =>
  url.startsWith(`${appOrigin}/`) ||
  url.startsWith("blob:") ||
  url.startsWith("data:") ||
  url.startsWith("devtools:");

/** No request of any window leaves the machine, and no permission is ever given. */
export function fenceSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
}

/** No window goes anywhere, opens another, or holds a web view; whatever makes it. */
export function fenceContents(app: App): void {
  app.on("web-contents-created", (_event, contents: WebContents) => {
    const deny = (event: { readonly preventDefault: () => void }): void => event.preventDefault();
    contents.on("will-navigate", deny);
    contents.on("will-redirect", deny);
    contents.on("will-frame-navigate", deny);
    contents.on("will-attach-webview", deny);
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
