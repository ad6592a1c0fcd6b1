import type { Problem } from "../../../src-shared/model/index.ts";

/** What an error of the file system means for a person. */
export function toProblem(error: unknown, path: string): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { code: path.includes("\u{FFFD}") ? "import/invalid-path" : "import/missing" };
    case "EACCES":
    case "EPERM":
      return { code: "import/no-permission" };
    case "ELOOP":
      return { code: "import/link-loop" };
    case "ENAMETOOLONG":
    case "EINVAL":
    case "ERR_INVALID_ARG_VALUE":
      return { code: "import/invalid-path" };
    default:
      return { code: "import/read-failed", facts: { reason: code } };
  }
}
