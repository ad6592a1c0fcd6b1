/** A text that only a passphrase opens. All parts are base64. */
export interface SealedText {
  readonly salt: string;
  readonly iv: string;
  /** Rounds of PBKDF2 with SHA-256. */
  readonly rounds: number;
  /** AES-256-GCM. */
  readonly cipher: string;
}

/** Seals questions for people without Countersign, so that any browser can open them, and checks their answers. */
export interface QuestionSeal {
  /** A pair for one question: the answer is signed with the private key that travels inside the sealed question. */
  readonly createKeys: () => Promise<{ readonly publicKey: string; readonly privateKey: string }>;
  readonly seal: (text: string, passphrase: string) => Promise<SealedText>;
  /** Whether the signature (ECDSA P-256, SHA-256, base64) is of this text. A malformed one is not. */
  readonly isSignedBy: (text: string, signature: string, publicKey: string) => Promise<boolean>;
}
