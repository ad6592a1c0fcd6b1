import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walkAnyXml } from "../../../../../../src-main/pipeline/read/xml/parse-xml.ts";
import { walkPlainXml } from "../../../../../../src-main/pipeline/read/xml/plain-xml.ts";
import type { XmlHandler } from "../../../../../../src-main/pipeline/read/xml/xml-handler.ts";

/** What a walk tells, with neighboring pieces of text as one. */
function record(): { readonly told: string[]; readonly handler: XmlHandler } {
  const told: string[] = [];
  let depth = 0;
  return {
    told,
    handler: {
      open: (name, attributes) => {
        depth += 1;
        told.push(`<${name} ${JSON.stringify(Object.entries(attributes))}`);
      },
      text: (text) => {
        if (depth === 0 || text === "") return;
        if (told.at(-1)?.startsWith("=") === true) told.push(`${told.pop() ?? ""}${text}`);
        else told.push(`=${text}`);
      },
      close: (name) => {
        depth -= 1;
        told.push(`>${name}`);
      },
    },
  };
}

function compare(text: string): "plain" | "left" {
  const plain = record();
  const full = record();
  const isPlain = walkPlainXml(text, plain.handler);
  const problem = walkAnyXml(text, full.handler);
  if (!isPlain) {
    expect(plain.told).toEqual([]);
    return "left";
  }
  expect(problem).toBeNull();
  expect(plain.told).toEqual(full.told);
  return "plain";
}

describe("plain XML", () => {
  test.each([
    "<a/>",
    "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\r\n<a x = '1'\n y=\"2 &amp; 3\">t&lt;\r\n<b>&quot;&apos;&gt;</b> <c:d/>\r</a>\n",
    "<?xml version=\"1.0\" standalone='yes' ?><!-- one - two --><?target some > thing?><r>a<!-- x -->b</r><!---->",
    "<a>  <b>\n</b>ü€漢字</a>",
    '<a b="tab\there\nand line"/>',
    '<r><a b="1">s</a><a b="1">t</a><a b="1" /><a b="x>y">u</a><a b="x>y">v</a><a b=\'1\'>w</a></r>',
  ])("is told as the full parser tells it: %j", (text) => {
    expect(compare(text)).toBe("plain");
  });

  test.each([
    "",
    "text",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a/>x",
    "<a>&unknown;</a>",
    "<a>&#65;</a>",
    "<a>& b</a>",
    "<a x='1' x='2'/>",
    "<a x='<'/>",
    "<a x=1/>",
    "<a x='1'y='2'/>",
    "<a><![CDATA[x]]></a>",
    "<a>]]></a>",
    "<!DOCTYPE a><a/>",
    "<?xml version='1.1'?><a/>",
    "<a/><?xml version='1.0'?>",
    " <?xml version='1.0'?><a/>",
    "<a><!-- -- --></a>",
    "<a>\u0001</a>",
    "<ä/>",
    "<a>😀</a>",
    "<a __proto__='x'/>",
    `${"<a>".repeat(200)}${"</a>".repeat(200)}`,
    `<a ${Array.from({ length: 300 }, (_, index) => `b${index}=''`).join(" ")}/>`,
  ])("leaves to the full parser what is not: %j", (text) => {
    expect(compare(text)).toBe("left");
  });

  test("never tells what the full parser does not, however a text is broken", () => {
    const parts = [
      "<a>",
      "</a>",
      "<b x='1'>",
      "</b>",
      "<c/>",
      "&amp;",
      "&",
      "<",
      ">",
      "x",
      " ",
      "<!--",
      "-->",
      "--",
    ];
    const more = [
      '"',
      "'",
      "=",
      "/",
      "?>",
      "<?p ",
      "\n",
      "\r",
      "]]>",
      "<![CDATA[",
      ":",
      "<?xml version='1.0'?>",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, ...more), { maxLength: 14 }), (pieces) => {
        compare(`<r>${pieces.join("")}</r>`);
        compare(pieces.join(""));
      }),
      { numRuns: 3_000 },
    );
  });

  test("tells every golden case as the full parser does, or leaves it whole", () => {
    const folder = fileURLToPath(new URL("../../../../../golden/formats", import.meta.url));
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".xml"),
    );
    const outcomes = paths.map((path) => compare(readFileSync(join(folder, path), "utf8")));
    expect(outcomes.filter((outcome) => outcome === "plain").length).toBeGreaterThan(2);
  });
});
