import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { importPathsAgain, useDocuments } from "../../state/documents.ts";
import { takeInOffered, useIntake } from "../../state/intake.ts";

/** What waits outside: files of the watched folder, and files of the last import that could not be loaded. */
export function IntakeBar() {
  const folder = useIntake((state) => state.folder);
  const lastImport = useDocuments((state) => state.lastImport);
  const notTaken = (lastImport?.documents ?? []).filter(
    ({ sha256, status }) => sha256 === "" && status === "unreadable",
  );
  const waiting = folder?.offered.length ?? 0;
  const arriving = folder?.arriving ?? 0;
  const problem = folder?.problem ?? null;
  const hasFolderNews = waiting > 0 || arriving > 0 || problem !== null;
  if (!hasFolderNews && notTaken.length === 0) return null;
  return (
    <div className="intake-bar" role="region" aria-label={say("intake.folder")}>
      {hasFolderNews ? (
        <p className="intake-line" title={folder?.path ?? ""}>
          {problem === null ? null : <span role="alert">{problem}</span>}
          {waiting > 0 ? <span>{say("intake.waiting", { count: waiting })}</span> : null}
          {arriving > 0 ? <span className="soft">{say("intake.arriving", { count: arriving })}</span> : null}
          {waiting > 0 ? (
            <Button look="main" onClick={() => void takeInOffered()}>
              {say("intake.takeIn")}
            </Button>
          ) : null}
        </p>
      ) : null}
      {notTaken.length === 0 ? null : (
        <details className="intake-missed">
          <summary>{say("documents.notTaken", { count: notTaken.length })}</summary>
          <ul>
            {notTaken.map(({ id, problem }) => (
              <li key={id}>{problem?.message}</li>
            ))}
          </ul>
          <Button onClick={() => void importPathsAgain()}>{say("documents.tryAgain")}</Button>
        </details>
      )}
    </div>
  );
}
