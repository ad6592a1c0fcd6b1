import { escapeMarkup } from "./escape-markup.ts";
import { reportStyle } from "./report-style.ts";

/** A report around its body: no script, nothing loaded from elsewhere, for screen and print. */
export const reportPage = (page: {
  /** Tag of the language, such as `en`. */
  readonly language: string;
  /** Plain text; escaped here. */
  readonly title: string;
  /** Rules beside those that all reports share. */
  readonly style?: string;
  /** Markup, escaped by whoever made it. */
  readonly body: string;
}): string => `<!doctype html>
<html lang="${escapeMarkup(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(page.title)}</title>
<style>${reportStyle}${page.style ?? ""}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
