import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** Electron keeps its fuses behind this text in its binary: a version, a count, and one byte ("0" off, "1" on) each. */
const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const fuseNames = [
  "runAsNode",
  "cookieEncryption",
  "nodeOptions",
  "nodeCliInspect",
  "asarIntegrity",
  "onlyLoadAppFromAsar",
  "ownV8Snapshot",
  "fileProtocolPrivileges",
  "wasmTrapHandlers",
] as const;

interface AsarModule {
  readonly listPackage: (archive: string, options: { isPack: boolean }) => string[];
  readonly extractFile: (archive: string, path: string) => Buffer;
}

/** What an Electron distribution looks like to the packer: a binary that carries fuses, and its resources. */
function writeStandIn(folder: string): void {
  mkdirSync(join(folder, "resources"), { recursive: true });
  mkdirSync(join(folder, "locales"), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, fuseNames.length]),
    Buffer.from("101100011"),
  ]);
  writeFileSync(
    join(folder, "electron"),
    Buffer.concat([Buffer.from("stand-in\n"), fuses, Buffer.from("\n")]),
  );
  chmodSync(join(folder, "electron"), 0o755);
  for (const name of ["LICENSE", "LICENSES.chromium.html", "version", "chrome-sandbox", "locales/en-US.pak"])
    writeFileSync(join(folder, name), "stand-in\n");
}

function readFuses(binary: string): Record<string, string> {
  const bytes = readFileSync(binary);
  const at = bytes.indexOf(sentinel) + sentinel.length;
  const states = { "0": "off", "1": "on" } as Record<string, string>;
  return Object.fromEntries(
    fuseNames.map((name, index) => [
      name,
      states[String.fromCharCode(bytes[at + 2 + index] ?? 0)] ?? "absent",
    ]),
  );
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

describe("the desktop app, packed", () => {
  const workplace = mkdtempSync(join(tmpdir(), "countersign-pack-"));
  const app = join(workplace, "dist/linux-unpacked");
  const archive = join(app, "resources/app.asar");
  let packed: readonly string[] = [];
  let asar: AsarModule;

  beforeAll(async () => {
    expect(existsSync(join(root, "out/main/index.js")), "npm run build comes first").toBe(true);
    writeStandIn(join(workplace, "electron"));
    const { build, Platform, Arch } = await import("electron-builder");
    await build({
      projectDir: root,
      targets: Platform.LINUX.createTarget("dir", Arch.x64),
      publish: "never",
      config: {
        extends: join(root, ".electron-builder.yml"),
        electronDist: join(workplace, "electron"),
        directories: { output: join(workplace, "dist") },
      },
    });
    asar = require(
      require.resolve("@electron/asar", { paths: [require.resolve("app-builder-lib")] }),
    ) as AsarModule;
    packed = asar
      .listPackage(archive, { isPack: false })
      .map((path) => path.replaceAll("\\", "/").replace(/^\//, ""));
  }, 120_000);
  afterAll(() => rmSync(workplace, { recursive: true, force: true }));

  test("holds the bundles of every host, and what they load", () => {
    const needed = [
      "package.json",
      "LICENSE",
      "out/main/index.js",
      "out/main/reading-process.js",
      "out/main/assets/pdfium.wasm",
      "out/main/assets/decoders/libheif.cjs",
      "out/main/assets/decoders/libheif-license.txt",
      "out/preload/index.cjs",
      "out/renderer/index.html",
    ];
    expect(needed.filter((path) => !packed.includes(path))).toEqual([]);
  });

  test("holds no source, no test, no tool", () => {
    expect(packed.filter((path) => /^(src-|test|\.|docs\/adr|dist|coverage)/.test(path))).toEqual([]);
    expect(packed.filter((path) => /\.(tsx?|map)$/.test(path))).toEqual([]);
  });

  test("takes along one package, with one native build", () => {
    const packages = packed.filter(
      (path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !/^node_modules\/@[^/]+$/.test(path),
    );
    expect(packages).toEqual(["node_modules/better-sqlite3-multiple-ciphers"]);
    expect(packed.filter((path) => path.endsWith(".node"))).toEqual([
      "node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node",
    ]);
    expect(listFiles(join(app, "resources")).filter((path) => path.endsWith(".node"))).toEqual([
      "app.asar.unpacked/node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node",
    ]);
  });

  test("starts at the built main entry and names no tool as a dependency", () => {
    const manifest = JSON.parse(asar.extractFile(archive, "package.json").toString("utf8")) as Record<
      string,
      unknown
    >;
    expect(manifest["main"]).toBe("out/main/index.js");
    expect(manifest["devDependencies"]).toBeUndefined();
    expect(manifest["scripts"]).toBeUndefined();
  });

  test("has every fuse as it must be", () => {
    expect(readFuses(join(app, "countersign"))).toEqual({
      runAsNode: "off",
      cookieEncryption: "on",
      nodeOptions: "off",
      nodeCliInspect: "off",
      asarIntegrity: "on",
      onlyLoadAppFromAsar: "on",
      ownV8Snapshot: "off",
      fileProtocolPrivileges: "off",
      wasmTrapHandlers: "on",
    });
  });

  test("is refused with a word the packer does not know", async () => {
    const { build, Platform, Arch } = await import("electron-builder");
    const targets = Platform.LINUX.createTarget("dir", Arch.x64);
    const config = { extends: join(root, ".electron-builder.yml"), electronFuse: {} };
    await expect(
      build({ projectDir: root, targets, publish: "never", config: config as never }),
    ).rejects.toThrow(/electronFuse/);
  });

  test("stays under 60 MB without Electron", () => {
    expect(statSync(archive).size).toBeLessThan(60_000_000);
  });
});
