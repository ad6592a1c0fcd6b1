import type { Page } from "@playwright/test";

/** Controls, titles and labels whose words do not fit and that do not show themselves whole when pointed at. */
export function findCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls =
      "button, [role=tab], [role=columnheader] > span, h1, h2, h3, label, dt, .badge, legend, caption";
    const isCut = (element: HTMLElement): boolean => {
      const { overflowX } = getComputedStyle(element);
      return (
        element.offsetParent !== null &&
        element.clientWidth > 3 &&
        (overflowX === "hidden" || overflowX === "clip") &&
        element.scrollWidth > element.clientWidth + 1
      );
    };
    // What ends in an ellipsis shows itself whole when it is pointed at; the journey looks at one of them.
    const explains = (element: HTMLElement): boolean =>
      element.closest("[title]:not([title='']), .one-line") !== null;
    const partsOf = (element: HTMLElement): readonly HTMLElement[] => [
      element,
      ...element.querySelectorAll<HTMLElement>("*"),
    ];
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((element) => !element.classList.contains("hidden-text"))
      .flatMap((element) => partsOf(element))
      .filter((element) => !element.closest(".hidden-text") && isCut(element) && !explains(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent}`);
  });
}
