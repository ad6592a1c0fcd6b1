import { webcrypto } from "node:crypto";
import type { QuestionSeal } from "../../ports/question-seal.ts";

const { subtle } = webcrypto;
const curve = { name: "ECDSA", namedCurve: "P-256" };
const signing = { name: "ECDSA", hash: "SHA-256" };
// OWASP's advice of 2023 for PBKDF2 with SHA-256; about a third of a second on a laptop.
const rounds = 600_000;

const toBase64 = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(bytes as Uint8Array).toString("base64");
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "utf8"));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "base64"));

/** The algorithms that every browser has, so that a question needs nothing else to be opened. */
export const webCryptoQuestionSeal: QuestionSeal = {
  createKeys: async () => {
    const pair = await subtle.generateKey(curve, true, ["sign", "verify"]);
    return {
      publicKey: toBase64(await subtle.exportKey("spki", pair.publicKey)),
      privateKey: toBase64(await subtle.exportKey("pkcs8", pair.privateKey)),
    };
  },
  seal: async (text, passphrase) => {
    const salt = webcrypto.getRandomValues(new Uint8Array(16));
    const iv = webcrypto.getRandomValues(new Uint8Array(12));
    const secret = await subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, [
      "deriveKey",
    ]);
    const key = await subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
      secret,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt"],
    );
    const cipher = await subtle.encrypt({ name: "AES-GCM", iv }, key, utf8(text));
    return { salt: toBase64(salt), iv: toBase64(iv), rounds, cipher: toBase64(new Uint8Array(cipher)) };
  },
  isSignedBy: async (text, signature, publicKey) => {
    try {
      const key = await subtle.importKey("spki", fromBase64(publicKey), curve, false, ["verify"]);
      return await subtle.verify(signing, key, fromBase64(signature), utf8(text));
    } catch {
      // A key or signature that is none at all signs nothing.
      return false;
    }
  },
};
