interface TrustedTypePolicies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => unknown;
}

/**
 * Text never becomes markup or script in this window; a script address only when it is one of our own files.
 *
 * The content security policy demands a trusted type for each such place and knows this one policy by its name.
 */
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicies };
trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError("Not a file of this window.");
    return url;
  },
});
