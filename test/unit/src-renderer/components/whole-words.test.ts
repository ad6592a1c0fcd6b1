import { beforeAll, expect, test } from "vitest";
import { showWholeWords } from "../../../../src-renderer/app/whole-words.ts";

beforeAll(() => showWholeWords(document));

/** The test DOM lays nothing out: both widths are given. */
function words(text: string, isCut: boolean, title = ""): HTMLElement {
  const element = document.createElement("span");
  element.className = "one-line";
  element.textContent = text;
  element.title = title;
  Object.defineProperty(element, "clientWidth", { configurable: true, get: () => 40 });
  Object.defineProperty(element, "scrollWidth", { configurable: true, get: () => (isCut ? 90 : 40) });
  document.body.append(element);
  return element;
}
const pointAt = (element: HTMLElement): void => {
  element.dispatchEvent(new Event("pointerover", { bubbles: true }));
};

test("words that are cut show themselves whole, others and given titles stay as they are", () => {
  const [cut, whole, own] = [
    words("Statement of work", true),
    words("MSA", false),
    words("x", true, "Given"),
  ];
  for (const element of [cut, whole, own]) pointAt(element);
  expect([cut, whole, own].map(({ title }) => title)).toEqual(["Statement of work", "", "Given"]);
});

test("a title goes again once there is room", () => {
  const element = words("Statement of work", true);
  pointAt(element);
  Object.defineProperty(element, "scrollWidth", { configurable: true, get: () => 40 });
  pointAt(element);
  expect(element.hasAttribute("title")).toBe(false);
});
