/**
 * The program inside a question file, in plain browser script: opens the question with the passphrase, and signs the
 * answer with the key that came with it.
 */
export const questionScript = String.raw`
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const utf8 = (text) => new TextEncoder().encode(text);

async function openQuestion(sealed, passphrase, subtle) {
  const secret = await subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const key = await subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(sealed.salt), iterations: sealed.rounds },
    secret, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const plain = await subtle.decrypt({ name: "AES-GCM", iv: bytesOf(sealed.iv) }, key, bytesOf(sealed.cipher));
  return JSON.parse(new TextDecoder().decode(plain));
}

async function signAnswer(question, from, text, answeredAt, subtle) {
  const key = await subtle.importKey("pkcs8", bytesOf(question.privateKey),
    { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  const signed = JSON.stringify([question.questionId, from, text, answeredAt]);
  const signature = await subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, utf8(signed));
  return {
    schema: "countersign.answer/1",
    questionId: question.questionId,
    from, text, answeredAt,
    signature: btoa(String.fromCharCode(...new Uint8Array(signature))),
  };
}
`;

const pageScript = String.raw`
let question = null;
const at = (id) => document.getElementById(id);
at("unlock").addEventListener("submit", async (event) => {
  event.preventDefault();
  at("problem").textContent = "";
  try {
    question = await openQuestion(JSON.parse(at("sealed").textContent), at("passphrase").value, crypto.subtle);
    at("about").textContent = question.about;
    at("question").textContent = question.text;
    for (const quote of question.quotes) {
      const item = document.createElement("blockquote");
      item.textContent = quote;
      at("quotes").append(item);
    }
    at("unlock").hidden = true;
    at("answer").hidden = false;
    at("from").focus();
  } catch {
    at("problem").textContent = "The passphrase does not open this question. Check capital letters, and try again.";
  }
});
at("answer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await signAnswer(question, at("from").value.trim(), at("text").value.trim(), new Date().toISOString(), crypto.subtle);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 2)], { type: "application/json" }));
  link.download = "answer-" + question.questionId + ".json";
  link.click();
  at("saved").textContent = "Saved as " + link.download + ". Send this file back.";
});
`;

const style = `
:root { color-scheme: light dark; } body { margin: 0 auto; max-width: 44rem; padding: 2rem; font: 1rem/1.5 system-ui, sans-serif; }
form { display: grid; gap: 0.75rem; } input, textarea, button { font: inherit; padding: 0.5rem; } button { justify-self: start; }
blockquote { margin: 0; padding: 0.5rem 0.75rem; border-left: 3px solid #8b94a1; } #question { white-space: pre-wrap; font-weight: 600; }
[role="alert"] { color: #a8201a; }
`;

/** A page that any browser opens without a connection. Nothing of the question can be read before the passphrase. */
export function renderQuestionPage(sealed: unknown, hash: (text: string) => string): string {
  const script = `${questionScript}${pageScript}`;
  const hex = hash(script).match(/../g) ?? [];
  const digest = btoa(hex.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'">
<title>A question about an invoice</title>
<style>${style}</style>
</head>
<body>
<h1>A question about an invoice</h1>
<p>This file is encrypted. It opens with the passphrase that you were told, and sends nothing.</p>
<form id="unlock">
<label for="passphrase">Passphrase</label>
<input id="passphrase" type="password" autocomplete="off" required>
<p id="problem" role="alert"></p>
<button type="submit">Open the question</button>
</form>
<form id="answer" hidden>
<p id="about"></p>
<p id="question"></p>
<div id="quotes"></div>
<label for="from">Your name</label>
<input id="from" required maxlength="200">
<label for="text">Your answer</label>
<textarea id="text" rows="6" required maxlength="4000"></textarea>
<button type="submit">Sign and save the answer</button>
<p id="saved" role="status"></p>
</form>
<script type="application/json" id="sealed">${JSON.stringify(sealed)}</script>
<script>${script}</script>
</body>
</html>
`;
}
