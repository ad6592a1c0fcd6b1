/** How a report looks on screen and paper: rows are not cut, heads repeat, colors follow the system. */
export const reportStyle = `
:root { --ink: #1a1d21; --muted: #5b626b; --line: #d5d9de; --page: #fff; --tint: #f4f6f8;
  --clear: #1d6b3a; --review: #8a5a00; --blocked: #a4262c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --muted: #9aa3ad; --line: #363c44; --page: #15181c;
  --tint: #1d2126; --clear: #6fcf97; --review: #e0b050; --blocked: #f1888d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem; color: var(--ink); background: var(--page);
  font: 0.875rem/1.45 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 0.25rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
h3 { font-size: 0.9375rem; margin: 0.75rem 0 0.25rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 600; }
.money { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
h3 .money { float: right; }
.route { font-size: 0.8125rem; font-weight: 600; padding: 0 0.375rem; border: 1px solid currentColor; border-radius: 3px; }
.clear { color: var(--clear); } .review { color: var(--review); } .blocked { color: var(--blocked); }
.finding { border-left: 3px solid var(--line); padding: 0 0 0.25rem 0.75rem; margin: 0.75rem 0; break-inside: avoid; }
.finding.over { border-color: var(--blocked); } .finding.under { border-color: var(--review); }
.severity, .path, cite, dt { color: var(--muted); font-weight: 400; font-style: normal; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 0.75rem; margin: 0.25rem 0; }
dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: 0.375rem 0; padding: 0.375rem 0.625rem; background: var(--tint); }
blockquote p { margin: 0; } cite { font-size: 0.8125rem; }
.quote, .path, .hash { overflow-wrap: anywhere; } .hash { font-family: monospace; font-size: 0.6875rem; }
.notice { border: 1px solid var(--review); padding: 0.375rem 0.625rem; }
footer { margin-top: 2rem; color: var(--muted); }
@page { margin: 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); } }
@media print { body { max-width: none; padding: 0; font-size: 9pt; } thead { display: table-header-group; }
  tr, blockquote { break-inside: avoid; } h2, h3 { break-after: avoid; } a { color: inherit; text-decoration: none; } }
`;
