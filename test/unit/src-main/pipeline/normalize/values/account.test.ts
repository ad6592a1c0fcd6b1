import { describe, expect, test } from "vitest";
import { findNationalAccounts } from "../../../../../../src-main/pipeline/normalize/values/index.ts";

describe("accounts that no check digits prove", () => {
  test.each([
    ["EFT: Harbour Trust Bank, branch 198765, account 10077345218. Ref 31966.", "10077345218"],
    ["Bank details: sort code 20-45-11, Account No. 3345 0912", "33450912"],
    ["Bankverbindung: Sparkasse Elbmark, BLZ 240 501 10, Konto 48 77 12 0", "4877120"],
    ["Banco del Puerto, cuenta nº 0182-4471-20", "0182447120"],
  ])("%s", (text, account) => {
    const [found, ...others] = findNationalAccounts(text);
    expect(others).toEqual([]);
    expect(found?.account).toBe(account);
    expect(text.slice(found?.start, found?.end).replace(/[ -]/g, "")).toBe(account);
  });

  test.each([
    "Customer account 88124477, meter 5512",
    "Your account number with us: 4410 2288",
    "Bank holiday rates apply on 26 December 2026.",
    "Please quote account no. 88124477 on your remittance",
    "To pay by ACH, reference account number 88124477",
    "Account no. 88124477   Branch: Leeds",
  ])("%s names none of the seller's", (text) => {
    expect(findNationalAccounts(text)).toEqual([]);
  });
});
