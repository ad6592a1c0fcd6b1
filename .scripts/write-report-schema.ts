// node .scripts/tool.mjs .scripts/write-report-schema.ts: writes docs/report.schema.json from the schema in code.
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { reportJsonSchema } from "../src-shared/api/report-schema.ts";

const path = new URL("../docs/report.schema.json", import.meta.url);
writeFileSync(path, await format(JSON.stringify(reportJsonSchema()), { parser: "json", printWidth: 110 }));
