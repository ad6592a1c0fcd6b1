import type { Report } from "../../src-shared/model/index.ts";
import { checks } from "../pipeline/check/index.ts";
import { engineVersion } from "./engine-version.ts";

/** The version of the program and of each check that it runs, by check id in order. */
export function describeEngine(): Report["engine"] {
  const versions = checks.map((check) => [check.id, check.version] as const);
  return {
    version: engineVersion,
    checks: Object.fromEntries(
      versions.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)),
    ),
  };
}
