import { useMemo } from "react";
import type { CSSProperties } from "react";
import type { Agreement } from "../../../src-shared/model/index.ts";
import { DocumentView } from "../../components/document-view/document-view.tsx";
import type { DocumentMark } from "../../components/document-view/marks.ts";
import { PaneEdge } from "../../components/pane-edge.tsx";
import { Badge } from "../../components/sign.tsx";
import { nameOfAgreement } from "../../locale/agreement-name.ts";
import { say } from "../../locale/say.ts";
import { wordsOfPeriod, wordsOfTerm } from "../../locale/term-words.ts";
import { openAgreement, selectTerm, useAgreements } from "../../state/agreements.ts";
import { useShownDocument, useWordsOf } from "../../state/shown-document.ts";
import { resizePane, useWindowView } from "../../state/window-view.ts";
import { TermSheet } from "./term-sheet.tsx";
import "./agreements.css";

/** Agreements as term sheets: each term with its clause, to be confirmed once by a person. */
export function AgreementsScreen() {
  const list = useAgreements((state) => state.list);
  const error = useAgreements((state) => state.error);
  const agreementId = useAgreements((state) => state.agreementId);
  const listWidth = useWindowView((view) => view.sizes["agreement-list"] ?? 236);
  const sheetShare = useWindowView((view) => view.sizes["term-sheet"] ?? 36);
  const agreement = list?.find((each) => each.id === agreementId) ?? null;

  if (list !== null && list.length === 0) {
    return (
      <div className="empty">
        <h1>{say("agreements.none.title")}</h1>
        <p>{say("agreements.none.text")}</p>
      </div>
    );
  }
  return (
    <section
      className="agreements-screen"
      tabIndex={-1}
      data-keys="agreements"
      aria-label={say("screen.agreements")}
      style={{ "--list-size": `${listWidth}px`, "--sheet-size": `${sheetShare}%` } as CSSProperties}
    >
      <nav className="agreement-list" aria-label={say("screen.agreements")}>
        <PaneEdge
          label={say("pane.agreement-list")}
          side="right"
          unit="px"
          size={listWidth}
          least={160}
          most={420}
          onSize={(size) => resizePane("agreement-list", size)}
        />
        {error === null ? null : (
          <p className="sentence" role="alert">
            {error.message}
          </p>
        )}
        <ul className="agreement-items">
          {list?.map((each) => (
            <li key={each.id}>
              <AgreementItem agreement={each} isActive={each.id === agreementId} />
            </li>
          ))}
        </ul>
      </nav>
      {agreement === null ? null : (
        <>
          <TermSheet
            agreement={agreement}
            edge={
              <PaneEdge
                label={say("pane.term-sheet")}
                side="right"
                unit="percent"
                size={sheetShare}
                least={20}
                most={60}
                onSize={(size) => resizePane("term-sheet", size)}
              />
            }
          />
          <ClauseView agreement={agreement} />
        </>
      )}
    </section>
  );
}

function AgreementItem({
  agreement,
  isActive,
}: {
  readonly agreement: Agreement;
  readonly isActive: boolean;
}) {
  const proposed = agreement.terms.filter((term) => term.status === "proposed").length;
  return (
    <button
      type="button"
      className="agreement-item"
      aria-current={isActive ? "true" : undefined}
      onClick={() => openAgreement(agreement.id)}
    >
      <span className="row">
        <strong className="grow one-line">{nameOfAgreement(agreement)}</strong>
        {proposed === 0 ? (
          <Badge tone="clear">{say("agreement.confirmed")}</Badge>
        ) : (
          <Badge tone="open">{say("agreement.proposed", { count: proposed })}</Badge>
        )}
      </span>
      <span className="one-line soft">
        {agreement.buyer?.name ?? agreement.parties[0]?.name ?? say("invoice.noCustomer")}
      </span>
      <span className="one-line soft">
        {say("agreement.line", {
          rank: say(`rank.${agreement.rank}`),
          standing: say(`standing.${agreement.standing}`),
          period: wordsOfPeriod(agreement.from, agreement.to) ?? "",
        })}
      </span>
    </button>
  );
}

/** The document with every clause marked; a click on a clause opens its term. */
function ClauseView({ agreement }: { readonly agreement: Agreement }) {
  const shown = useShownDocument(agreement.documentId);
  const found = useWordsOf(agreement.documentId);
  const termId = useAgreements((state) => state.termId);
  const marks = useMemo(() => marksOfAgreement(agreement), [agreement]);
  const focus = useMemo(() => {
    const activeIds = new Set(
      marks.filter((mark) => mark.id.startsWith(`${termId}#`)).map((mark) => mark.id),
    );
    return { activeIds, scrollRequest: termId === null ? 0 : hashOf(`${agreement.id}${termId}`) };
  }, [marks, termId, agreement.id]);
  if (shown === null) return null;
  return (
    <section className="clause-view" aria-label={say("agreement.document")} data-pane="3" tabIndex={-1}>
      <DocumentView
        key={agreement.documentId}
        shown={shown}
        marks={marks}
        focus={focus}
        {...found}
        onMark={(id) => {
          const [marked] = id.split("#");
          if (marked !== undefined && marked !== "residue") selectTerm(marked);
        }}
      />
    </section>
  );
}

function marksOfAgreement(agreement: Agreement): readonly DocumentMark[] {
  const clauses = agreement.terms
    .filter((term) => term.status !== "rejected")
    .flatMap((term) =>
      term.evidence.map((evidence, at) => ({
        id: `${term.id}#${at}`,
        at: evidence.at,
        tone: "term" as const,
        label: wordsOfTerm(term, agreement.currency),
        documentId: evidence.documentId,
      })),
    );
  // A price that no term took is shown, never dropped.
  const residue = agreement.residue.map(({ evidence }, at) => ({
    id: `residue#${at}`,
    at: evidence.at,
    tone: "under" as const,
    label: say("agreement.residue", { quote: evidence.quote }),
    documentId: evidence.documentId,
  }));
  return [...clauses, ...residue].filter((mark) => mark.documentId === agreement.documentId);
}

/** A number that changes whenever another term is chosen. */
function hashOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
