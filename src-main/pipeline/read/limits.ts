/** What a single file may cost before it is refused or cut. Source: budgets for hostile input. */

/** Bytes of one file. */
export const maximumFileBytes = 200 * 1024 * 1024;
/** Bytes that a sniffer sees. */
export const sniffedBytes = 64 * 1024;

export const maximumPages = 5_000;
export const maximumWordsPerPage = 20_000;
export const maximumWords = 2_000_000;
/** Drawn objects of a page that are looked at for rules and backgrounds. */
export const maximumObjectsPerPage = 50_000;
export const maximumRulesPerPage = 10_000;

/** UTF-16 units of a text file. */
export const maximumTextLength = 50_000_000;
export const maximumCells = 2_000_000;
export const maximumCellsPerRow = 16_384;

export const maximumXmlBytes = 100 * 1024 * 1024;
export const maximumXmlDepth = 128;
export const maximumXmlAttributes = 256;
export const maximumXmlElements = 2_000_000;

export const maximumZipEntries = 10_000;
export const maximumUnzippedBytes = 512 * 1024 * 1024;
/** Growth of an entry above `zipRatioCheckedFromBytes`. */
export const maximumZipRatio = 200;
export const zipRatioCheckedFromBytes = 1024 * 1024;

export const maximumMailNesting = 64;
export const maximumMailHeadBytes = 1024 * 1024;
