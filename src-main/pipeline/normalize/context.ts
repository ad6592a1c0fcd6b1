import type { OwnCompany, TableMapping } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";

/** Lower-case hex SHA-256 of a text, for stable ids. */
export type Hash = (text: string) => string;

/** What normalizing may know besides the document itself. */
export interface NormalizeContext {
  /** Today, passed in: two-digit years and plausibility of dates depend on it. */
  readonly asOf: LocalDate;
  readonly ownCompany: OwnCompany;
  readonly hash: Hash;
  /** How the tables of the owner's own sources are read; the presets know the usual programs. */
  readonly tableMappings?: readonly TableMapping[];
}
