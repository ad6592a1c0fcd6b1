// The rooms of the pipeline as the services walk them. While a room is not there, its step is left out.
import type { CheckedBatch } from "../../src-shared/model/index.ts";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyRoom = any;
const load = async (name: string): Promise<AnyRoom> =>
  import(`../pipeline/${name}/index.ts`).catch((e) => {
    if (process.env["COUNTERSIGN_DEBUG"]) console.error(e);
    return {};
  });
const check = await load("check");
export const checkInvoices: (input: AnyRoom) => CheckedBatch =
  check.checkInvoices ??
  ((input: AnyRoom) => ({
    invoices: input.invoices.map((invoice: AnyRoom) => ({
      invoiceId: invoice.id,
      agreementId: null,
      route: "review",
      findings: [],
      outcomes: [],
    })),
    missing: [],
    findings: [],
  }));
export const checks: readonly AnyRoom[] = check.checks ?? [];
