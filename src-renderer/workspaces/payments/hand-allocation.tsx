import { useState } from "react";
import type { PaymentRow } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { DifferenceUse, OpenItem } from "../../../src-shared/model/index.ts";
import {
  absolute,
  compare,
  decimalToText,
  isDecimalText,
  isZero,
  subtract,
  sum,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { AmountInput } from "../../components/amount-input.tsx";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { formatAmount } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { settleByHand } from "../../state/payments.ts";

const shownItems = 40;
const uses = ["stays-open", "bank-charge", "early-discount", "customer-credit"] as const;
const nothing = "0" as DecimalText;

/** A payment split by a person over open items: what is given to each, what is left, and what becomes of the rest. */
export function HandAllocation({
  row,
  items,
}: {
  readonly row: PaymentRow;
  readonly items: readonly OpenItem[];
}) {
  const [shares, setShares] = useState<ReadonlyMap<string, string>>(new Map());
  const [wanted, setWanted] = useState("");
  const [use, setUse] = useState<DifferenceUse>("stays-open");
  const paid = valueOf(row.payment.amount);
  const currency = valueOf(row.payment.currency);
  if (paid === null) return null;
  const given = [...shares].filter(([, text]) => text.trim() !== "");
  const readable = given.filter(([, text]) => isDecimalText(text.trim()));
  const rest = decimalToText(subtract(paid, sum(readable.map(([, text]) => text.trim() as DecimalText))));
  const found = items
    .filter((item) => !isZero(item.open) && (currency === null || item.currency === currency))
    .filter(
      (item) =>
        shares.has(item.invoiceId) ||
        `${item.number} ${item.customer}`.toLowerCase().includes(wanted.trim().toLowerCase()),
    );
  const give = (id: string, text: string): void => setShares(new Map(shares).set(id, text));
  return (
    <details className="payment-by-hand">
      <summary>{say("payments.byHand")}</summary>
      <input
        className="input"
        type="search"
        aria-label={say("payments.findItem")}
        placeholder={say("payments.findItem")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {found.length === 0 ? <p className="soft">{say("payments.noOpenItem")}</p> : null}
      <table className="table">
        <tbody>
          {found.slice(0, shownItems).map((item) => (
            <tr key={item.invoiceId}>
              <td>
                {item.number}
                <br />
                <span className="soft">{item.customer}</span>
              </td>
              <td className="number">
                <Money amount={item.open} currency={item.currency} />
              </td>
              <td>
                <div className="row">
                  <AmountInput
                    className="payment-share"
                    name={say("payments.shareOf", { number: item.number })}
                    value={shares.get(item.invoiceId) ?? ""}
                    onChange={(text) => give(item.invoiceId, text)}
                  />
                  <Button
                    look="plain"
                    aria-label={say("payments.fillShare", { number: item.number })}
                    onClick={() => give(item.invoiceId, mostOf(item.open, rest))}
                  >
                    {say("payments.fill")}
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">{say("payments.left", { amount: formatAmount(rest, currency ?? "") })}</p>
      {isZero(rest) ? null : (
        <label className="field">
          <span className="label">{say("payments.restIs")}</span>
          <select
            className="input"
            value={use}
            onChange={(event) => setUse(uses.find((each) => each === event.target.value) ?? "stays-open")}
          >
            {uses.map((each) => (
              <option key={each} value={each}>
                {say(`payments.use.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button
        look="main"
        disabled={given.length === 0 || readable.length < given.length}
        onClick={() =>
          void settleByHand(
            row.payment.id,
            readable.map(([invoiceId, text]) => ({ invoiceId, amount: text.trim() })),
            isZero(rest) ? "none" : use,
          )
        }
      >
        {say("payments.settleByHand")}
      </Button>
    </details>
  );
}

/** The whole of an item, or what is left of the payment where that is less. */
const mostOf = (open: DecimalText, rest: DecimalText): string =>
  compare(absolute(rest), absolute(open)) < 0 && !isZero(rest) ? rest : isZero(rest) ? nothing : open;
