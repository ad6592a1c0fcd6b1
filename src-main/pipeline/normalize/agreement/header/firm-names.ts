import { foldText } from "../../values/fold.ts";
import { bodyNames, isPublicBody } from "./body-names.ts";
import { firstOrganization } from "./organization-names.ts";
import { looksLikeCompany } from "./party-words.ts";

/** Whether a name is that of a firm or a body, by its legal form or its noun. */
export const isFirmName = (name: string): boolean =>
  looksLikeCompany(name.toLowerCase()) ||
  firstOrganization(name) !== null ||
  isPublicBody(foldText(name)) ||
  bodyNames(name).length > 0;
