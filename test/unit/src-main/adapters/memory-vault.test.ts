import { describe } from "vitest";
import { createMemoryVault } from "../../../fakes/memory-vault.ts";
import { describeVaultBehavior } from "./vault-behavior.ts";

describe("the vault in memory", () => describeVaultBehavior(() => Promise.resolve(createMemoryVault())));
