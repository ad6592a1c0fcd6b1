/** What can be wrong with a document, for the person who gave it. `{file}` is always known. */
export const readingMessages = {
  "read/empty-file": "“{file}” is empty (0 bytes). Ask for it again, or export it anew.",
  "read/unknown-format":
    "“{file}” is of a kind that is not read ({mediaType}). Save it as PDF with text, DOCX, ODT, XLSX, ODS, CSV, text or UBL, and give it again.",
  "read/too-large": "“{file}” is larger than what can be read. Split the document, and give the parts.",
  "read/reader-failed":
    "“{file}” could not be read: its reader ({reader}) stopped with an error. The other files were not affected. Save it anew, and give the new file.",
  "read/no-content": "“{file}” holds no text and no values. Ask for a complete copy, and give it again.",
  "read/not-text":
    "“{file}” is named like a text but holds other data. Open it in its own program, save it as PDF or text, and give it again.",
  "read/unknown-encoding":
    "“{file}” is written in an unknown character encoding. Save it as UTF-8, and give it again.",
  "read/open-quote":
    "“{file}” has a quotation mark that is never closed, so its rows cannot be told apart. Export it anew, and give the new file.",
  "read/too-many-cells": "“{file}” holds more cells than can be read. Split the table, and give the parts.",
  "read/formula-without-value":
    "“{file}” holds formulas whose results were never saved. Open it in a spreadsheet program, save it, and give it again.",
  "read/pdf-encrypted":
    "“{file}” is protected by a password. Save a copy without the password, and give that.",
  "read/pdf-damaged":
    "“{file}” is a damaged PDF. Ask for it again, or open it and print it to a new PDF, and give that.",
  "read/pdf-truncated":
    "“{file}” is cut off: its end is missing. What was there was read. Ask for the whole file, and give it again.",
  "read/pdf-too-heavy":
    "“{file}” unpacks to far more than a document of its size does; it may be made to do harm. Ask for another copy, or print it to a new PDF, and give that.",
  "read/no-text-layer":
    "“{file}” is a scan or a picture without text. Ask for the original PDF, or run text recognition on it, and give that.",
  "read/untrusted-text":
    "“{file}” has text that cannot be trusted: what a person sees on the page is not what it says inside. Ask for another copy, or print it and scan it with text recognition.",
  "read/too-many-pages": "“{file}” has more pages than can be read. Split the document, and give the parts.",
  "read/too-many-words":
    "“{file}” holds more words than can be read. Split the document, and give the parts.",
  "read/office-damaged":
    "“{file}” is a damaged Office document. Open it in its own program, save it anew, and give the new file.",
  "read/xml-doctype":
    "“{file}” declares a document type (DOCTYPE), which invoices do not need and which can hide harm. Ask for it without.",
  "read/xml-malformed":
    "“{file}” is not well-formed XML. Ask for it again, or export it anew, and give the new file.",
  "read/xml-too-deep":
    "“{file}” nests its elements deeper than any invoice does. Export it anew, and give the new file.",
  "read/xml-too-many-attributes":
    "“{file}” has an element with more attributes than any invoice has. Export it anew, and give the new file.",
  "read/zip-bomb":
    "“{file}” unpacks to far more than its size; it may be made to do harm. Open it only if you trust its sender, and give the documents in it one by one.",
  "read/zip-damaged":
    "“{file}” is a damaged package. Ask for it again, or save it anew, and give the new file.",
  "read/zip-encrypted":
    "“{file}” is protected by a password. Save a copy without the password, and give that.",
  "read/zip-unsafe-name":
    "“{file}” holds a file whose name leads out of its folder; it may be made to do harm. Ask its sender for the documents themselves.",
  "read/zip-unsupported":
    "“{file}” is packed in a way that is not read. Unpack it, and give the documents in it.",
  "read/ofx-malformed":
    "“{file}” is not a readable OFX file. Download it from the bank anew, and give the new file.",
  "read/json-malformed": "“{file}” is not well-formed JSON. Export it anew, and give the new file.",
  "read/signed-broken":
    "“{file}” is a signed file, but what was signed does not stand in it or is cut off. Ask for the file inside, without its signature.",
  "read/mail-damaged":
    "“{file}” is a damaged mail. Save it anew from the mail program, and give the new file.",
  "read/too-many-attachments":
    "“{file}” has more attachments than are taken in. Save the documents in it, and give them one by one.",
  "read/picture-damaged":
    "“{file}” is a picture that cannot be opened. Scan or save it anew as PDF, PNG or JPEG, and give that.",
  "read/picture-format":
    "“{file}” is a {format} picture, a kind that is not read here. Save it as JPEG, PNG or PDF and give that; a telephone takes JPEG pictures when its camera is set to “most compatible”.",
  "read/time-limit":
    "“{file}” took longer than {seconds} seconds to read and was stopped. Save it anew (print it to PDF, or export it again), and give the new file.",
  "read/memory-limit":
    "“{file}” needed more than {megabytes} MB of memory to read and was stopped. Split the document, or save it anew, and give it again.",
  "read/crashed":
    "“{file}” made its reader stop. The other files were not affected. Save it anew (print it to PDF, or export it again), and give the new file.",
  "read/answer-too-large":
    "“{file}” holds more text than can be kept ({megabytes} MB). Split the document, and give the parts.",
  "read/invalid-answer":
    "“{file}” could not be read: its reader gave an answer that makes no sense. Save it anew, and give the new file.",

  "normalize/undecided-amount":
    "“{file}” prints “{printed}” for {field}, which can be read in more than one way or not at all. Nothing was assumed: look at the document, and correct the value in the review.",
  "normalize/no-records":
    "“{file}” looks like a list of records, but no row could be read. Check that its first row names the columns, and give it again.",
  "normalize/no-statement":
    "“{file}” is a bank file without an account. Download the statement from the bank anew, and give the new file.",
  "normalize/control-total-differs":
    "“{file}” states a control total of {stated}, but its movements add up to {computed}. It may be cut off or changed: download it from the bank anew.",
  "normalize/two-customers-one-number":
    "“{file}” has rows of one invoice number with two customers. Correct the export, and give it again.",
} as const;
