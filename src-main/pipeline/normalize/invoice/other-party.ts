import type { TextBlock } from "./blocks.ts";
import type { LaidPage } from "./layout.ts";
import { hasStrictLegalForm, isCityLine } from "./legal-names.ts";
import { isSameName } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";
import { taxNumber } from "./name-line.ts";

/** Points of an issuer of whom hardly another can be meant. */
const sure = 3;
/** Points of a party that its place alone names. */
const placed = 2.2;

/**
 * Who is billed where nothing says so: the one company of the upper half beside an issuer that is plain.
 *
 * Two or more others are none: one of them may be a place of work or a bank.
 */
export function onlyOtherParty(candidates: readonly PartyCandidate[]): void {
  if (candidates.some(({ buyer }) => buyer >= 1.5)) return;
  const issuer = candidates.toSorted((one, two) => two.seller - one.seller)[0];
  if (issuer === undefined || issuer.seller < sure) return;
  const others = candidates.filter(
    ({ name, seller, nameTokens }) =>
      !isSameName(name, issuer.name) &&
      hasStrictLegalForm(name) &&
      seller < sure &&
      (nameTokens[0]?.top ?? 1) < 0.4,
  );
  const [only] = others;
  if (only === undefined || others.some(({ name }) => !isSameName(name, only.name))) return;
  only.buyer = placed;
  only.seller = 0;
}

/**
 * Who bills where nothing says so: the one other name of the upper half beside a buyer that a label names.
 *
 * A block that a window would hold may be the writer's own.
 */
export function onlyOtherIssuer(candidates: readonly PartyCandidate[]): void {
  if (candidates.some(({ seller, buyer }) => seller >= 1.5 && seller > buyer)) return;
  const billed = candidates.toSorted((one, two) => two.buyer - one.buyer)[0];
  if (billed === undefined || billed.buyer < sure) return;
  const others = candidates.filter(
    ({ name, lines, nameTokens }) =>
      !isSameName(name, billed.name) && lines.length >= 2 && (nameTokens[0]?.top ?? 1) < 0.4,
  );
  const [only] = others;
  if (only === undefined || others.some(({ name }) => !isSameName(name, only.name))) return;
  only.seller = placed;
  only.buyer = 0;
}

/** The head of a mail: who wrote it. */
const writer =
  /^(?:from|von|de|da|van|expéditeur|mittente|remitente) ?: *"?([^"<@]{3,60}?)"? *<[^>]+@[^>]+>/iu;
/** Desks that no bill is from. */
const desk =
  /\b(?:billing|accounts?|invoic\w*|info|office|noreply|no-reply|buchhaltung|rechnung\w*|admin\w*|sales|support|facturaci[oó]n|facturation|fatura\w*|contabil\w*)\b/i;

/** Where nobody signs a mail as the one who bills, it is its writer; no desk and no bare address. */
export function mailWriter(page: LaidPage, candidates: PartyCandidate[]): void {
  if (candidates.some(({ seller }) => seller >= 1.5)) return;
  for (const { segments, text } of page.rows.slice(0, 6)) {
    const name = writer.exec(text)?.[1]?.trim();
    const [line] = segments;
    if (name === undefined || line === undefined || desk.test(name) || !/\p{L}{2} \p{L}/u.test(name))
      continue;
    const words = name.split(/\s+/);
    const nameTokens = line.tokens.filter(({ text: word }) => words.includes(word.replace(/^"|"$/g, "")));
    if (nameTokens.length > 0) candidates.push({ name, nameTokens, lines: [line], seller: 1.8, buyer: 0 });
    return;
  }
}

/**
 * Two whole addresses side by side at the top, each with a tax id: the writer's own stands on the left, or over the other.
 *
 * Legal forms say nothing between them: a letterhead may name its house without one.
 */
export function besideLetterhead(
  blocks: readonly TextBlock[],
  candidates: readonly PartyCandidate[],
  labeled: readonly PartyCandidate[],
): void {
  const taxed = blocks.filter(
    ({ lines, top }) =>
      top < 0.2 &&
      lines.some(({ text }) => taxNumber.test(text)) &&
      lines.some(({ text }) => isCityLine(text)),
  );
  const [left, right] = taxed.toSorted((one, two) => one.left - two.left);
  if (left === undefined || right === undefined || taxed.length > 2) return;
  const areBeside = left.right < right.left && left.top < right.bottom && right.top < left.bottom;
  if (!areBeside) return;
  // Who is addressed by a word is not the writer, on whichever side.
  const addressed = labeled.filter(({ buyer }) => buyer >= sure).flatMap(({ nameTokens }) => nameTokens);
  if (left.lines.some(({ tokens }) => tokens.some((token) => addressed.includes(token)))) return;
  const ownersOf = (block: TextBlock): readonly PartyCandidate[] => {
    const tokens = new Set(block.lines.flatMap((line) => line.tokens));
    return candidates.filter(({ nameTokens }) => nameTokens.some((token) => tokens.has(token)));
  };
  for (const one of ownersOf(left)) [one.seller, one.buyer] = [Math.max(one.seller, sure), 0];
  for (const one of ownersOf(right)) [one.seller, one.buyer] = [0, Math.max(one.buyer, sure)];
}
