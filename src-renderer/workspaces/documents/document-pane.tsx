import type { DocumentRow } from "../../../src-shared/api/contract.ts";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import { Button } from "../../components/button.tsx";
import { DocumentView } from "../../components/document-view/document-view.tsx";
import { formatSize } from "../../locale/display.ts";
import { sayProblem } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";
import { isTable, removeDocument, selectDocument, useDocuments } from "../../state/documents.ts";
import { retryDocument } from "../../state/intake.ts";
import { useShownDocument, useWordsOf } from "../../state/shown-document.ts";
import { openMapping } from "../../state/table-mapping.ts";

const nothingMarked = { activeIds: new Set<string>(), scrollRequest: 0 };
const nothing = (): void => undefined;

/** One document as it is, what became of it, and what it came with. */
export function DocumentPane({ row }: { readonly row: DocumentRow }) {
  const keyOf = useKeyLabel();
  const isShown = row.status === "read" || row.status === "partly-read";
  const shown = useShownDocument(isShown ? row.id : null);
  const found = useWordsOf(row.id);
  return (
    <aside className="document-pane" aria-label={row.name} data-pane="3" tabIndex={-1}>
      <div className="document-about">
        {row.problem === null ? null : <p className="sentence">{sayProblem(row.problem, row.path)}</p>}
        <dl className="facts">
          <div>
            <dt>{say("column.path")}</dt>
            <dd className="document-path">{row.path}</dd>
          </div>
          <div>
            <dt>{say("column.type")}</dt>
            <dd>{row.mediaType}</dd>
          </div>
          <div>
            <dt>{say("column.hash")}</dt>
            <dd className="one-line" title={row.sha256}>
              {row.sha256}
            </dd>
          </div>
          <div>
            <dt>{say("column.size")}</dt>
            <dd>{formatSize(row.sizeBytes)}</dd>
          </div>
        </dl>
        <FamilyOf row={row} />
        {isTable(row) && row.kind === "unknown" ? <p>{say("documents.notUnderstood")}</p> : null}
        <div className="row">
          {isTable(row) ? (
            <Button
              look={row.kind === "unknown" ? "main" : "standard"}
              shortcut={keyOf("documents.map")}
              onClick={() => void openMapping(row.id, row.name)}
            >
              {say("command.mapTable")}
            </Button>
          ) : null}
          {row.status === "unreadable" && row.sha256 !== "" ? (
            <Button
              look="main"
              shortcut={keyOf("documents.retry")}
              onClick={() => void retryDocument(row.id)}
            >
              {say("documents.retry")}
            </Button>
          ) : null}
          <Button onClick={() => void removeDocument(row.id)}>{say("documents.remove")}</Button>
        </div>
      </div>
      {shown === null ? null : (
        <div className="document-shown">
          <DocumentView
            key={row.id}
            shown={shown}
            marks={[]}
            focus={nothingMarked}
            onMark={nothing}
            {...found}
          />
        </div>
      )}
    </aside>
  );
}

/** What a mail, an archive or a page brought along, and what brought this: a step from one to the other. */
function FamilyOf({ row }: { readonly row: DocumentRow }) {
  const rows = useDocuments((state) => state.rows) ?? [];
  const inside = rows.filter(({ id }) => row.contains.includes(id));
  const outer = rows.filter(({ contains }) => contains.includes(row.id));
  return (
    <>
      <DocumentLinks label={say("documents.inside")} rows={outer} />
      <DocumentLinks label={say("documents.contains")} rows={inside} />
    </>
  );
}

function DocumentLinks({ label, rows }: { readonly label: string; readonly rows: readonly DocumentRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="document-links">
      <span className="soft">{label}</span>
      {rows.map(({ id, name }) => (
        <Button key={id} look="plain" onClick={() => selectDocument(id)}>
          {name}
        </Button>
      ))}
    </div>
  );
}
