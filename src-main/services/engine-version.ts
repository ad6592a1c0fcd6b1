/** The version of the program, as its package names it; a test keeps the two equal. */
export const engineVersion = "0.1.0";
