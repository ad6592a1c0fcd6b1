/** Words of the window's own order: edges of panes, columns, folded groups. */
export const layoutMessages = {
  "sidebar.program": "Program",
  "pane.sidebar": "Width of the sidebar",
  "pane.preview": "Width of the preview",
  "pane.agreed": "Width of the agreement",
  "pane.findings": "Width of the findings",
  "pane.records": "Height of the records",
  "pane.agreement-list": "Width of the list of agreements",
  "pane.term-sheet": "Width of the terms",

  "columns.title": "Columns of the queue",
  "columns.help":
    "What is checked is shown, in this order. The window remembers it. Until you choose, what does not fit the window waits until it is wider.",
  "columns.earlier": "Move {column} to the left",
  "columns.later": "Move {column} to the right",
  "columns.restore": "All as the program has them",
  "columns.choose": "Columns",
  "command.caseMenu": "All that can be done with the case",
  "command.columns": "Choose and order the columns",

  "value.unknown": "unknown",
  "grid.unfolded": "unfolded",
  "grid.folded": "folded",
  "command.foldGroup": "Fold the group",
  "command.unfoldGroup": "Unfold the group",
  "command.foldAll": "Fold or unfold all groups",
} as const;
