/** "On 3 May 2026, Ana wrote:" in the words of mail programs; the line may wrap before its last words. */
const introductions: readonly RegExp[] = [
  /^on\b.{6,200}\bwrote ?:/iu,
  /^am\b.{6,200}\bschrieb(?: .{1,120})? ?:/iu,
  /^le\b.{6,200}\ba écrit ?:/iu,
  /^op\b.{6,200}\bschreef(?: .{1,120})? ?:/iu,
  /^el\b.{6,200}\bescribió ?:/iu,
  /^il\b.{6,200}\bha scritto ?:/iu,
  /^em\b.{6,200}\bescreveu ?:/iu,
];

const separators =
  /^-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|message original|oorspronkelijk bericht|doorgestuurd bericht|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada) ?-{2,}/iu;

const fromField = /^\*?(?:from|von|de|van|da) ?:\*? ?\S/iu;
const otherField =
  /^\*?(?:sent|date|to|subject|cc|gesendet|datum|an|betreff|envoyé|à|objet|verzonden|aan|onderwerp|enviado(?: el| em)?|fecha|para|asunto|inviato|data|a|oggetto|assunto) ?:\*? ?\S/iu;

/** Where the first older message starts in a mail's plain text: the offset of its first line; `null` when none does. */
export function quoteStart(text: string): number | null {
  const lines = text.split("\n");
  let offset = 0;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    const next = lines[index + 1]?.trim() ?? "";
    const wrapped = `${line} ${next} ${lines[index + 2]?.trim() ?? ""}`;
    const isHead =
      fromField.test(line) &&
      lines.slice(index + 1, index + 5).filter((each) => otherField.test(each.trim())).length >= 2;
    const isIntroduced =
      introductions.some((pattern) => pattern.test(line)) ||
      (next !== "" && introductions.some((pattern) => pattern.test(wrapped.slice(0, 420))));
    if (line.startsWith(">") || separators.test(line) || isHead || isIntroduced || /^_{20,}$/u.test(line))
      return offset;
    offset += raw.length + 1;
  }
  return null;
}
