const cutClass = ".one-line";

/**
 * Words that end in an ellipsis show themselves whole when they are pointed at, wherever they stand.
 *
 * Assistive technology reads them whole anyway. A title that somebody gave stays.
 */
export function showWholeWords(root: Document): void {
  root.addEventListener("pointerover", ({ target }) => {
    const element = target instanceof Element ? target.closest<HTMLElement>(cutClass) : null;
    if (element === null) return;
    const isOwn = element.dataset["whole"] === "true";
    if (element.title !== "" && !isOwn) return;
    const isCut = element.scrollWidth > element.clientWidth;
    if (isCut) {
      element.title = element.textContent.trim();
      element.dataset["whole"] = "true";
    } else if (isOwn) {
      element.removeAttribute("title");
      delete element.dataset["whole"];
    }
  });
}
