/**
 * The program inside an evidence pack that checks the pack, in plain browser script.
 *
 * It leans on nothing but what every browser brings. `verifyPack` answers a list of results; the page shows them.
 */
export const packVerifier = String.raw`
async function verifyPack(recordText, claimedDigest, originals, subtle) {
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const digest = async (bytes) => hex(await subtle.digest("SHA-256", bytes));
  const utf8 = (text) => new TextEncoder().encode(text);
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const results = [];
  const say = (what, holds, detail) => results.push({ what, holds, detail });
  const record = JSON.parse(recordText);
  say("Record", (await digest(utf8(recordText))) === claimedDigest, claimedDigest);
  for (const document of record.documents) {
    const original = originals[document.id];
    if (original === undefined) say(document.path, false, "the original is not in this file");
    else say(document.path, (await digest(fromBase64(original))) === document.sha256, document.sha256);
  }
  for (const row of record.audit.rows)
    say("Audit entry " + row.sequence, (await digest(utf8("\u0000" + row.body))) === row.hash, row.hash);
  for (const invoice of record.invoices)
    for (const finding of invoice.findings) {
      const outcome = finding.formula === null ? null : checkFormula(finding.formula);
      if (outcome !== null) say("Formula of " + (invoice.number ?? invoice.id), outcome, finding.formula);
    }
  return results;
}

/* Whether "(30 − 24) × 150.00 = 900.00" holds, in exact fractions; null where it is words. */
function checkFormula(text) {
  const sides = text.split("=");
  if (sides.length !== 2) return null;
  const values = sides.map(computeExact);
  if (values.some((value) => value === null)) return null;
  const [left, right] = values;
  const places = (/\.(\d+)\s*$/.exec(sides[1]) ?? ["", ""])[1].length;
  const scale = 10n ** BigInt(places);
  const difference = left.top * right.bottom - right.top * left.bottom;
  const bottom = left.bottom * right.bottom;
  /* A printed result is rounded: it may be off by half of its last digit. */
  const size = difference < 0n ? -difference : difference;
  return size * scale * 2n <= (bottom < 0n ? -bottom : bottom);
}

function computeExact(text) {
  const tokens = text.replace(/[A-Z]{3}|[$€£]/g, " ").match(/\d+(?:\.\d+)?%?|[-+−×*÷/()]|\S/g) ?? [];
  let at = 0;
  const number = () => {
    const token = tokens[at];
    if (token === "(") {
      at += 1;
      const inner = sum();
      if (inner === null || tokens[at] !== ")") return null;
      at += 1;
      return inner;
    }
    if (token === "-" || token === "−") {
      at += 1;
      const inner = number();
      return inner === null ? null : { top: -inner.top, bottom: inner.bottom };
    }
    const parts = /^(\d+)(?:\.(\d+))?(%?)$/.exec(token ?? "");
    if (parts === null) return null;
    at += 1;
    const decimals = parts[2] ?? "";
    return { top: BigInt(parts[1] + decimals), bottom: 10n ** BigInt(decimals.length) * (parts[3] === "%" ? 100n : 1n) };
  };
  const product = () => {
    let value = number();
    while (value !== null && ["×", "*", "÷", "/"].includes(tokens[at])) {
      const sign = tokens[at];
      at += 1;
      const next = number();
      if (next === null) return null;
      const divides = sign === "÷" || sign === "/";
      if (divides && next.top === 0n) return null;
      value = divides
        ? { top: value.top * next.bottom, bottom: value.bottom * next.top }
        : { top: value.top * next.top, bottom: value.bottom * next.bottom };
    }
    return value;
  };
  const sum = () => {
    let value = product();
    while (value !== null && ["+", "-", "−"].includes(tokens[at])) {
      const sign = tokens[at] === "+" ? 1n : -1n;
      at += 1;
      const next = product();
      if (next === null) return null;
      value = { top: value.top * next.bottom + sign * next.top * value.bottom, bottom: value.bottom * next.bottom };
    }
    return value;
  };
  const value = sum();
  return at === tokens.length ? value : null;
}
`;

/** Runs the verifier on the page that it stands in, and shows what it finds. */
export const packPage = String.raw`
(async () => {
  const list = document.getElementById("verdicts");
  const sum = document.getElementById("verdict");
  try {
    const recordText = document.getElementById("record").textContent;
    const originals = {};
    for (const element of document.querySelectorAll("script[data-original]"))
      originals[element.dataset.original] = element.textContent;
    const digest = document.documentElement.dataset.digest;
    const results = await verifyPack(recordText, digest, originals, crypto.subtle);
    const failed = results.filter((result) => !result.holds);
    sum.textContent = failed.length === 0
      ? "Verified here: all " + results.length + " hashes and formulas hold."
      : failed.length + " of " + results.length + " checks do not hold: this file was changed.";
    sum.className = failed.length === 0 ? "clear" : "blocked";
    for (const result of results) {
      const item = document.createElement("li");
      item.className = result.holds ? "" : "blocked";
      item.textContent = (result.holds ? "holds: " : "DOES NOT HOLD: ") + result.what + " (" + result.detail + ")";
      list.append(item);
    }
    for (const element of document.querySelectorAll("button[data-save]"))
      element.addEventListener("click", () => {
        const source = document.querySelector('script[data-original="' + CSS.escape(element.dataset.save) + '"]');
        const bytes = Uint8Array.from(atob(source.textContent), (letter) => letter.charCodeAt(0));
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([bytes], { type: element.dataset.type }));
        link.download = element.dataset.name;
        link.click();
      });
  } catch (error) {
    sum.textContent = "This browser could not verify the file: " + error;
    sum.className = "blocked";
  }
})();
`;
