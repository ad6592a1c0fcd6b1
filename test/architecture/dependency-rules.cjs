/**
 * Who may import whom. The gate is test/architecture/dependencies.test.ts; by hand:
 *
 *     npx depcruise --config test/architecture/dependency-rules.cjs src-main src-renderer src-shared
 *
 * Each rule has a planted bad file in planted-files.ts that proves it fires.
 */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

const stage = "^src-main/pipeline/";
const plugins = `${stage}(read/formats|check/rules|export/targets)/`;
const npm = (...names) => `(^|node_modules/)(${names.join("|")})($|/)`;
const sockets = "^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)";

module.exports = {
  forbidden: [
    forbid("no-cycles", {}, { circular: true }),
    forbid(
      "no-unresolvable",
      {},
      { couldNotResolve: true, pathNot: npm("electron") },
      "every import names something that is there",
    ),

    // src-shared: the ground, in layers.
    forbid(
      "shared-is-pure",
      { path: "^src-shared/" },
      { path: "^src-(main|renderer)/" },
      "src-shared knows neither side",
    ),
    forbid("shared-has-no-platform", { path: "^src-shared/" }, { dependencyTypes: ["core"] }),
    forbid(
      "shared-npm-is-zod-only",
      { path: "^src-shared/" },
      { path: "node_modules", pathNot: "node_modules/zod/" },
    ),
    forbid("shared-result-is-ground", { path: "^src-shared/result/" }, { path: "^src-shared/(?!result/)" }),
    forbid(
      "shared-money-time-below-model",
      { path: "^src-shared/(money|time)/" },
      { path: "^src-shared/(pricing|text|wording|model|api)/" },
    ),
    forbid("shared-pricing-below-api", { path: "^src-shared/pricing/" }, { path: "^src-shared/(text|api)/" }),
    forbid(
      "shared-model-below-api",
      { path: "^src-shared/model/" },
      { path: "^src-shared/(api|pricing|wording)/" },
    ),

    // The two sides meet in src-shared only.
    forbid("renderer-never-sees-main", { path: "^src-renderer/" }, { path: "^src-main/" }),
    forbid("renderer-has-no-node-core", { path: "^src-renderer/" }, { dependencyTypes: ["core"] }),
    forbid(
      "renderer-takes-types-of-the-contract-only",
      { path: "^src-renderer/" },
      {
        path: "^src-shared/api/",
        pathNot: "^src-shared/api/(http-protocol|method-names)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
      "its schemas compile code as they load, which the window's policy blocks",
    ),
    forbid("main-never-sees-renderer", { path: "^src-main/" }, { path: "^src-renderer/" }),
    forbid("react-in-renderer-only", { path: "^src-(main|shared)/" }, { path: npm("react", "react-dom") }),
    forbid(
      "electron-only-in-its-shell",
      { path: "^src-", pathNot: "^src-main/shells/electron/" },
      { path: npm("electron") },
    ),

    // The pipeline: rooms that never meet.
    forbid(
      "stages-do-not-meet",
      { path: `${stage}([^/]+)/` },
      { path: stage, pathNot: `${stage}$1/` },
      "stages speak only through src-shared/model",
    ),
    forbid("pipeline-has-no-io", { path: stage }, { dependencyTypes: ["core"] }),
    forbid("pipeline-knows-no-host", { path: stage }, { path: "^src-main/(?!pipeline/)" }),
    forbid(
      "pipeline-npm-computes-only",
      { path: stage },
      {
        path: "node_modules",
        pathNot:
          "node_modules/(zod|fflate|saxes|xmlchars|@embedpdf/pdfium|temporal-polyfill|postal-mime|@kenjiuno/msgreader)/",
      },
      "a package in a stage only computes; a new one is listed here",
    ),
    forbid(
      "proposals-never-judge",
      { path: `${stage}|^src-shared/(?!assistant/|api/)` },
      { path: "^src-shared/assistant/" },
      "a model's proposal cannot reach a room that judges; only what a person made of it does",
    ),
    forbid(
      "model-behind-its-services",
      { path: "^src-main/", pathNot: "^src-main/(services/assistant|adapters/language-model-[^/]+|shells)/" },
      { path: "^src-main/ports/language-model\\.ts$" },
      "one place asks a model: the assistant's own services",
    ),
    forbid(
      "plugins-stand-alone",
      { path: `${plugins}([^/]+)` },
      { path: plugins, pathNot: `${stage}$1/$2` },
      "no format, check or target imports another",
    ),
    forbid(
      "stage-door-is-index",
      { path: "^src-main/", pathNot: stage },
      { path: `${stage}[^/]+/(?!index\\.ts$)` },
    ),

    // Ports, adapters, services, audit, jobs.
    forbid(
      "ports-are-promises-only",
      { path: "^src-main/ports/" },
      { pathNot: "^src-(shared/|main/ports/)" },
    ),
    forbid(
      "adapters-know-ports-only",
      { path: "^src-main/adapters/" },
      { path: "^src-main/", pathNot: "^src-main/(ports|adapters|audit)/" },
    ),
    forbid(
      "adapters-do-not-meet",
      { path: "^src-main/adapters/([^/]+)/" },
      { path: "^src-main/adapters/", pathNot: "^src-main/adapters/$1/" },
    ),
    forbid(
      "services-know-no-host",
      { path: "^src-main/services/" },
      { path: "^src-main/(adapters|shells|jobs)/" },
    ),
    forbid("services-have-no-io", { path: "^src-main/services/" }, { dependencyTypes: ["core"] }),
    forbid(
      "audit-written-by-services-only",
      { path: "^src-main/", pathNot: "^src-main/(audit|services|adapters)/" },
      { path: "^src-main/audit/" },
    ),
    forbid(
      "audit-is-pure",
      { path: "^src-main/audit/" },
      { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-unknown", "npm-no-pkg"] },
    ),
    forbid(
      "jobs-host-reading-only",
      { path: "^src-main/jobs/" },
      {
        path: "^src-main/",
        pathNot:
          "^src-main/(jobs|ports|adapters/(recognizer|picture)-[^/]+|pipeline/(import|read|normalize))/",
      },
      "the reading process holds no key and knows no vault",
    ),

    // Shells.
    forbid(
      "shells-do-not-meet",
      { path: "^src-main/shells/([^/]+)/" },
      { path: "^src-main/shells/[^/]+/", pathNot: "^src-main/shells/$1/" },
    ),
    forbid("shells-skip-no-floor", { path: "^src-main/shells/" }, { path: stage }),
    forbid(
      "shells-are-roots",
      { path: "^src-main/", pathNot: "^src-main/shells/" },
      { path: "^src-main/shells/" },
      "nothing below imports a shell",
    ),

    // The renderer's own layers.
    forbid(
      "components-are-dumb",
      { path: "^src-renderer/components/" },
      { path: "^src-renderer/(?!components/|locale/)" },
    ),
    forbid(
      "workspaces-do-not-meet",
      { path: "^src-renderer/workspaces/([^/]+)/" },
      { path: "^src-renderer/workspaces/", pathNot: "^src-renderer/workspaces/$1/" },
    ),
    forbid(
      "state-below-screens",
      { path: "^src-renderer/(state|host|commands|cache)/" },
      { path: "^src-renderer/(app|workspaces|components)/" },
    ),

    // A library with reach lives in one room.
    forbid(
      "network-in-two-rooms-only",
      { path: "^src-main/", pathNot: "^src-main/(shells/local-web|adapters/language-model-openai)/" },
      { path: `${sockets}|${npm("ws", "undici", "openai")}` },
      "offline: sockets live in local-web and the adapter of the language model, which is off until a person turns it on",
    ),
    forbid(
      "processes-in-jobs-and-shells-only",
      { path: "^src-main/", pathNot: "^src-main/(jobs|shells)/" },
      { path: "^(node:)?(child_process|cluster|worker_threads)$" },
    ),
    forbid(
      "sqlite-in-its-adapter-only",
      { path: "^src-", pathNot: "^src-main/adapters/vault-sqlite/" },
      { path: `${npm("better-sqlite3-multiple-ciphers")}|^(node:)?sqlite$` },
    ),
    forbid("dexie-in-cache-only", { path: "^src-", pathNot: "^src-renderer/cache/" }, { path: npm("dexie") }),
    forbid(
      "zustand-in-state-only",
      { path: "^src-", pathNot: "^src-renderer/state/" },
      { path: npm("zustand") },
    ),
    forbid(
      "react-table-in-data-grid-only",
      { path: "^src-", pathNot: "^src-renderer/components/data-grid/" },
      { path: npm("@tanstack/react-table") },
    ),
    forbid(
      "no-test-code-in-product",
      { path: "^src-" },
      { path: "^test/|node_modules/(vitest|fast-check|@playwright|happy-dom|fake-indexeddb)/" },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".mjs", ".cjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
