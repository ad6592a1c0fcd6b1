import "../host/trusted-types.ts";
import { findElectronBridge } from "../host/electron-bridge.ts";
import { connectHttp } from "../host/http.ts";
import { startWindow } from "./start.tsx";

void startWindow(findElectronBridge() ?? connectHttp());
