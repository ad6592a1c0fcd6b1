import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { pack, pdfDictionary, pdfName, pdfString } from "../paper/pdf-objects.ts";
import type { PdfObjects, PdfText } from "../paper/pdf-objects.ts";
import { encodeUtf8 } from "../write-sales.ts";
import { archiveMetadata } from "./archive-metadata.ts";
import { srgbProfile } from "./srgb-profile.ts";

/** The same in every file; packed once. */
let packedProfile: Uint8Array | null = null;

/** The e-invoice that lies in the file, and how it stands to the pages. */
export interface Attachment {
  readonly fileName: string;
  readonly xml: string;
  readonly level: string;
  readonly title: string;
  /** Day that the file says the attachment is of: files written twice are the same. */
  readonly day: LocalDate;
}

/**
 * Entries of the catalog that make a PDF an archived e-invoice: metadata, color space, and the XML as an alternative.
 *
 * Source: ISO 19005-3, 6.2.3 (output intent), 6.6 (metadata), 6.8 (embedded files); Factur-X 1.07, 6.
 */
export function archiveEntries(
  objects: PdfObjects,
  { fileName, xml, level, title, day }: Attachment,
): Readonly<Record<string, PdfText>> {
  const bytes = encodeUtf8(xml);
  const file = objects.addStream(
    {
      Type: "/EmbeddedFile",
      Subtype: pdfName("text/xml"),
      Params: pdfDictionary({ ModDate: `(D:${day.replaceAll("-", "")}000000Z)`, Size: String(bytes.length) }),
    },
    bytes,
  );
  const specification = objects.add(
    pdfDictionary({
      Type: "/Filespec",
      F: `(${fileName})`,
      UF: pdfString(fileName),
      AFRelationship: "/Alternative",
      Desc: pdfString("Factur-X invoice"),
      EF: pdfDictionary({ F: file, UF: file }),
    }),
  );
  const metadata = objects.addStream(
    { Type: "/Metadata", Subtype: "/XML" },
    encodeUtf8(archiveMetadata({ title, producer: "Countersign", fileName, version: "1.0", level })),
  );
  packedProfile ??= pack(srgbProfile());
  const profile = objects.addPacked({ N: "3" }, packedProfile);
  const intent = objects.add(
    pdfDictionary({
      Type: "/OutputIntent",
      S: "/GTS_PDFA1",
      OutputConditionIdentifier: pdfString("sRGB IEC61966-2.1"),
      Info: pdfString("sRGB IEC61966-2.1"),
      DestOutputProfile: profile,
    }),
  );
  return {
    Metadata: metadata,
    OutputIntents: `[${intent}]`,
    AF: `[${specification}]`,
    Names: pdfDictionary({
      EmbeddedFiles: pdfDictionary({ Names: `[(${fileName}) ${specification}]` }),
    }),
    PageMode: "/UseAttachments",
  };
}
