/** A file that breaks one rule, and the files it needs to break it. Paths are those of the product. */
export interface Plant {
  readonly at: string;
  readonly imports: string;
  readonly needs?: readonly string[];
  /** Given where a rule tells imports of types from those of values. */
  readonly form?: "types" | "values";
}

const plant = (at: string, imports: string, ...needs: readonly string[]): Plant => ({ at, imports, needs });

/**
 * For each dependency rule the imports it must catch; every file stands alone in its place, so that a rule that
 * goes to sleep after a change of layout is found by name.
 */
export const plantsByRule: Readonly<Record<string, readonly Plant[]>> = {
  "no-cycles": [
    plant("src-shared/model/cycle-a.ts", "./cycle-b.ts"),
    plant("src-shared/model/cycle-b.ts", "./cycle-a.ts"),
  ],
  "no-unresolvable": [plant("src-shared/model/lost.ts", "./nowhere.ts")],
  "shared-is-pure": [
    plant("src-shared/model/to-main.ts", "../../src-main/ports/clock.ts", "src-main/ports/clock.ts"),
  ],
  "shared-has-no-platform": [plant("src-shared/model/to-node.ts", "node:fs")],
  "shared-npm-is-zod-only": [plant("src-shared/model/to-npm.ts", "fflate")],
  "shared-result-is-ground": [
    plant("src-shared/result/to-money.ts", "../money/money.ts", "src-shared/money/money.ts"),
  ],
  "shared-money-time-below-model": [
    plant("src-shared/money/to-model.ts", "../model/invoice.ts", "src-shared/model/invoice.ts"),
    plant("src-shared/time/to-pricing.ts", "../pricing/tier.ts", "src-shared/pricing/tier.ts"),
  ],
  "shared-pricing-below-api": [
    plant("src-shared/pricing/to-api.ts", "../api/contract.ts", "src-shared/api/contract.ts"),
  ],
  "shared-model-below-api": [
    plant("src-shared/model/to-api.ts", "../api/contract.ts", "src-shared/api/contract.ts"),
  ],
  "renderer-never-sees-main": [
    plant("src-renderer/app/to-main.ts", "../../src-main/ports/clock.ts", "src-main/ports/clock.ts"),
  ],
  "renderer-has-no-node-core": [plant("src-renderer/host/to-node.ts", "node:path")],
  "renderer-takes-types-of-the-contract-only": [
    {
      at: "src-renderer/state/to-schema.ts",
      imports: "../../src-shared/api/contract.ts",
      needs: ["src-shared/api/contract.ts"],
      form: "values",
    },
  ],
  "main-never-sees-renderer": [
    plant("src-main/services/to-renderer.ts", "../../src-renderer/app/start.ts", "src-renderer/app/start.ts"),
  ],
  "react-in-renderer-only": [plant("src-main/services/to-react.ts", "react")],
  "electron-only-in-its-shell": [
    plant("src-main/adapters/secrets/to-electron.ts", "electron"),
    plant("src-main/shells/local-web/to-electron.ts", "electron"),
  ],
  "stages-do-not-meet": [
    plant("src-main/pipeline/match/to-check.ts", "../check/index.ts", "src-main/pipeline/check/index.ts"),
  ],
  "pipeline-has-no-io": [plant("src-main/pipeline/read/formats/to-node.ts", "node:zlib")],
  "pipeline-knows-no-host": [
    plant("src-main/pipeline/decide/to-audit.ts", "../../audit/chain.ts", "src-main/audit/chain.ts"),
    plant("src-main/pipeline/decide/to-port.ts", "../../ports/clock.ts", "src-main/ports/clock.ts"),
  ],
  "pipeline-npm-computes-only": [plant("src-main/pipeline/read/formats/to-yauzl.ts", "yauzl")],
  "proposals-never-judge": [
    ...["check", "decide", "export", "match", "normalize"].map((room) =>
      plant(
        `src-main/pipeline/${room}/to-proposal.ts`,
        "../../../src-shared/assistant/proposal.ts",
        "src-shared/assistant/proposal.ts",
      ),
    ),
    plant("src-shared/model/to-proposal.ts", "../assistant/proposal.ts", "src-shared/assistant/proposal.ts"),
  ],
  "model-behind-its-services": [
    plant("src-main/services/to-model.ts", "../ports/language-model.ts", "src-main/ports/language-model.ts"),
  ],
  "plugins-stand-alone": [
    plant("src-main/pipeline/read/formats/one.ts", "./two.ts", "src-main/pipeline/read/formats/two.ts"),
    plant("src-main/pipeline/check/rules/one.ts", "./two.ts", "src-main/pipeline/check/rules/two.ts"),
    plant("src-main/pipeline/export/targets/one.ts", "./two.ts", "src-main/pipeline/export/targets/two.ts"),
  ],
  "stage-door-is-index": [
    plant(
      "src-main/services/past-the-door.ts",
      "../pipeline/match/score.ts",
      "src-main/pipeline/match/score.ts",
    ),
  ],
  "ports-are-promises-only": [
    plant("src-main/ports/to-npm.ts", "fflate"),
    plant("src-main/ports/to-node.ts", "node:fs"),
  ],
  "adapters-know-ports-only": [
    plant(
      "src-main/adapters/clock-system/to-service.ts",
      "../../services/run-review.ts",
      "src-main/services/run-review.ts",
    ),
    plant(
      "src-main/adapters/clock-system/to-stage.ts",
      "../../pipeline/check/index.ts",
      "src-main/pipeline/check/index.ts",
    ),
  ],
  "adapters-do-not-meet": [
    plant(
      "src-main/adapters/clock-system/to-other.ts",
      "../file-store/store.ts",
      "src-main/adapters/file-store/store.ts",
    ),
  ],
  "services-know-no-host": [
    plant(
      "src-main/services/to-adapter.ts",
      "../adapters/file-store/store.ts",
      "src-main/adapters/file-store/store.ts",
    ),
  ],
  "services-have-no-io": [plant("src-main/services/to-node.ts", "node:fs/promises")],
  "audit-written-by-services-only": [
    plant("src-main/shells/cli/to-audit.ts", "../../audit/chain.ts", "src-main/audit/chain.ts"),
  ],
  "audit-is-pure": [
    plant("src-main/audit/to-node.ts", "node:crypto"),
    plant("src-main/audit/to-npm.ts", "hash-wasm"),
  ],
  "jobs-host-reading-only": [
    plant("src-main/jobs/to-check.ts", "../pipeline/check/index.ts", "src-main/pipeline/check/index.ts"),
    plant(
      "src-main/jobs/to-adapter.ts",
      "../adapters/file-store/store.ts",
      "src-main/adapters/file-store/store.ts",
    ),
  ],
  "shells-do-not-meet": [
    plant("src-main/shells/cli/to-web.ts", "../local-web/serve.ts", "src-main/shells/local-web/serve.ts"),
  ],
  "shells-skip-no-floor": [
    plant(
      "src-main/shells/cli/to-stage.ts",
      "../../pipeline/check/index.ts",
      "src-main/pipeline/check/index.ts",
    ),
  ],
  "shells-are-roots": [
    plant("src-main/jobs/to-shell.ts", "../shells/local-web/serve.ts", "src-main/shells/local-web/serve.ts"),
  ],
  "components-are-dumb": [
    plant(
      "src-renderer/components/toast/to-state.ts",
      "../../state/filters.ts",
      "src-renderer/state/filters.ts",
    ),
  ],
  "workspaces-do-not-meet": [
    plant(
      "src-renderer/workspaces/inbox/to-review.ts",
      "../review/panes.ts",
      "src-renderer/workspaces/review/panes.ts",
    ),
  ],
  "state-below-screens": [
    plant(
      "src-renderer/state/to-screen.ts",
      "../workspaces/review/panes.ts",
      "src-renderer/workspaces/review/panes.ts",
    ),
  ],
  "network-in-two-rooms-only": [
    plant("src-main/services/to-http.ts", "node:http"),
    plant("src-main/shells/cli/to-net.ts", "net"),
    plant("src-main/shells/electron/to-ws.ts", "ws"),
    plant("src-main/adapters/file-store/to-openai.ts", "openai"),
    plant("src-main/services/assistant/to-openai.ts", "openai"),
    plant("src-main/pipeline/check/to-openai.ts", "openai"),
  ],
  "processes-in-jobs-and-shells-only": [
    plant("src-main/adapters/file-store/to-process.ts", "node:child_process"),
  ],
  "sqlite-in-its-adapter-only": [
    plant("src-main/services/to-sqlite.ts", "better-sqlite3-multiple-ciphers"),
    plant("src-main/adapters/file-store/to-node-sqlite.ts", "node:sqlite"),
  ],
  "dexie-in-cache-only": [plant("src-renderer/state/to-dexie.ts", "dexie")],
  "zustand-in-state-only": [plant("src-renderer/app/to-zustand.ts", "zustand")],
  "react-table-in-data-grid-only": [
    plant("src-renderer/workspaces/inbox/to-table.ts", "@tanstack/react-table"),
  ],
  "no-test-code-in-product": [
    plant("src-shared/model/to-test.ts", "../../test/builders/invoice.ts", "test/builders/invoice.ts"),
  ],
};

/** Imports that are allowed: a rule that catches one of these is too wide. */
export const allowedPlants: readonly Plant[] = [
  plant("src-shared/model/fine.ts", "../money/money.ts", "src-shared/money/money.ts"),
  plant("src-shared/api/fine.ts", "zod"),
  {
    at: "src-renderer/state/fine-types.ts",
    imports: "../../src-shared/api/contract.ts",
    needs: ["src-shared/api/contract.ts"],
    form: "types",
  },
  plant(
    "src-main/pipeline/check/fine.ts",
    "../../../src-shared/model/invoice.ts",
    "src-shared/model/invoice.ts",
  ),
  plant("src-main/pipeline/check/index.ts", "./rules/two.ts", "src-main/pipeline/check/rules/two.ts"),
  plant("src-main/pipeline/read/formats/fine.ts", "../words.ts", "src-main/pipeline/read/words.ts"),
  plant("src-main/pipeline/read/formats/fine-npm.ts", "fflate"),
  plant("src-main/services/fine.ts", "../pipeline/check/index.ts", "src-main/pipeline/check/index.ts"),
  plant(
    "src-main/services/assistant/fine.ts",
    "../../ports/language-model.ts",
    "src-main/ports/language-model.ts",
  ),
  plant(
    "src-main/services/assistant/fine-proposal.ts",
    "../../../src-shared/assistant/proposal.ts",
    "src-shared/assistant/proposal.ts",
  ),
  plant("src-main/adapters/language-model-openai/fine.ts", "openai"),
  plant("src-main/services/fine-audit.ts", "../audit/chain.ts", "src-main/audit/chain.ts"),
  plant("src-main/adapters/vault-sqlite/fine.ts", "better-sqlite3-multiple-ciphers"),
  plant("src-main/shells/electron/fine.ts", "electron"),
  plant("src-main/shells/local-web/fine.ts", "node:http"),
  plant(
    "src-main/shells/compose.ts",
    "../adapters/file-store/store.ts",
    "src-main/adapters/file-store/store.ts",
  ),
  plant("src-main/jobs/fine.ts", "../pipeline/read/index.ts", "src-main/pipeline/read/index.ts"),
  plant("src-renderer/state/fine.ts", "zustand"),
  plant("src-renderer/cache/fine.ts", "dexie"),
  plant(
    "src-renderer/workspaces/inbox/fine.ts",
    "../../components/toast/toast.ts",
    "src-renderer/components/toast/toast.ts",
  ),
];
