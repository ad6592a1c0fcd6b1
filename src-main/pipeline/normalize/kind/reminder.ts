const titles =
  /\b(?:reminder|past due notice|final notice|[a-z]*mahnung|zahlungserinnerung|relance|rappel|aanmaning|[a-z]*herinnering|recordatorio|sollecito)\b/;

/** Whether a folded title is that of a paper that asks again for what was billed before. */
export const reminds = (title: string): boolean => titles.test(title);
