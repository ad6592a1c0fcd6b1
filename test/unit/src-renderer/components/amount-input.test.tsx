import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { AmountInput } from "../../../../src-renderer/components/amount-input.tsx";
import { loadLanguage } from "../../../../src-renderer/locale/language.ts";

afterEach(async () => {
  cleanup();
  await loadLanguage("en");
});

const given: string[] = [];

function Form({ first = "" }: { readonly first?: string }) {
  const [amount, setAmount] = useState(first);
  return (
    <AmountInput
      name="Limit"
      value={amount}
      onChange={(next) => {
        given.push(next);
        setAmount(next);
      }}
    />
  );
}

const field = (): HTMLInputElement => screen.getByLabelText("Limit");

test.each([
  ["1.234,56", "1234.56"],
  ["1,234.56", "1234.56"],
  ["12,5", "12.5"],
  ["-0.75", "-0.75"],
])("%s is taken as %s, whatever language the window speaks", async (typed, amount) => {
  render(<Form />);
  await userEvent.type(field(), typed);
  expect(given.at(-1)).toBe(amount);
  expect(field().value).toBe(typed);
});

test("two readings are asked, and the one that is chosen counts", async () => {
  await loadLanguage("de");
  render(<Form />);
  await userEvent.type(field(), "1.234");
  expect(given.at(-1)).toBe("unclear");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  await userEvent.click(screen.getByRole("button", { name: "1.234" }));
  expect(given.at(-1)).toBe("1234");
  expect(field().value).toBe("1234");
  await userEvent.clear(field());
  await userEvent.type(field(), "1,234");
  await userEvent.click(screen.getByRole("button", { name: "1,234" }));
  expect(given.at(-1)).toBe("1.234");
});

test("a value stands in the field with the decimal mark of the language, and what is no amount is said", async () => {
  await loadLanguage("fr");
  render(<Form first="1087.50" />);
  expect(field().value).toBe("1087,50");
  await userEvent.clear(field());
  await userEvent.type(field(), "beaucoup");
  expect(screen.getByText("Ce n’est pas un montant.")).toBeDefined();
});
