/** Makes ids that nobody else makes: the prefix, a hyphen and random hex digits. */
export interface IdSource {
  readonly next: (prefix: string) => string;
}
