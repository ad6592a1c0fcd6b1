import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../../../src-main/shells/cli/run-command-line.ts";
import { reportSchema } from "../../../../../src-shared/api/index.ts";
import type { Report } from "../../../../../src-shared/model/index.ts";

// A check of two texts takes a second on an idle machine, and many on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, "../../../../..");
const entry = join(root, "src-main/shells/cli/main.ts");
const place = mkdtempSync(join(tmpdir(), "countersign-cli-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [entry, ...words], {
      cwd: place,
      env: { ...process.env, COUNTERSIGN_PASSPHRASE: "", COUNTERSIGN_HOME: join(place, "home"), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** The same without a process of its own, for what never gets as far as reading. */
async function runHere(words: readonly string[]): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text, done) => {
    stdout += String(text);
    if (typeof done === "function") (done as () => void)();
    return true;
  });
  const error = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  try {
    return { status: await runCommandLine(words), stdout, stderr };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}

const invoice = (number: string, date: string): string =>
  `INVOICE\n\nSeller: Northgate Works Ltd\nBill to: Halden Foods Ltd\n\nInvoice no: ${number}\nInvoice date: ${date}\nCurrency: GBP\n\nTotal due: GBP 100.00\n`;

beforeAll(() => {
  mkdirSync(join(place, "in/sub"), { recursive: true });
  writeFileSync(join(place, "in/a.txt"), invoice("INV-1", "2026-09-01"));
  writeFileSync(join(place, "in/sub/b.txt"), invoice("INV-2", "2026-10-01"));
  mkdirSync(join(place, "bad"));
  writeFileSync(join(place, "bad/good.txt"), invoice("INV-3", "2026-10-05"));
  writeFileSync(join(place, "bad/empty.pdf"), "");
  writeFileSync(join(place, "bad/damaged.pdf"), "%PDF-1.7\nnot really");
  writeFileSync(
    join(place, "bad/picture.jpg"),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]),
  );
});

const parse = (text: string): Report => JSON.parse(text) as Report;
/** What two runs may differ in. */
const withoutTimes = (text: string): string =>
  text.replace(/"createdAt": "[^"]+"/, "").replace(/"elapsedMs": \d+/, "");

describe("check", () => {
  test("reports every invoice by issue date, validates, and gives the same bytes again", async () => {
    const args = ["check", "in", "--as-of", "2026-11-21", "--accept-terms", "--json"];
    const [first, second] = [await run([...args, "--report", "r.json"]), await run(args)];
    expect(first.status).toBe(1);
    const report = parse(first.stdout);
    expect(reportSchema.safeParse(report).error?.issues).toBeUndefined();
    expect(report.invoices.map(({ issueDate }) => issueDate)).toEqual(["2026-09-01", "2026-10-01"]);
    expect(report.documents.map(({ path }) => path)).toEqual(["a.txt", "sub/b.txt"]);
    expect([report.acceptedTerms, report.asOf]).toEqual([true, "2026-11-21"]);
    expect(Object.keys(report.engine.checks).length).toBeGreaterThan(10);
    expect(readFileSync(join(place, "r.json"), "utf8")).toBe(first.stdout);
    expect(withoutTimes(second.stdout)).toBe(withoutTimes(first.stdout));
  });

  test("the fields of the report stand in the published order", async () => {
    const { stdout } = await runHere(["check", join(place, "in/a.txt"), "--as-of", "2026-11-21", "--json"]);
    const report = parse(stdout);
    expect(Object.keys(report)).toEqual(Object.keys(reportSchema.shape));
    expect(Object.keys(report.documents[0] ?? {})).toEqual([
      "id",
      "path",
      "sha256",
      "bytes",
      "mediaType",
      "kind",
      "kindConfidence",
      "reader",
      "status",
      "problem",
      "pages",
      "contains",
    ]);
  });

  test("since leaves the earlier ones as history", async () => {
    const words = ["check", join(place, "in"), "--since", "2026-10-01", "--as-of", "2026-11-21", "--json"];
    const { stdout } = await runHere(words);
    expect(parse(stdout).invoices.map(({ issueDate }) => issueDate)).toEqual(["2026-10-01"]);
    expect(parse(stdout).summary.invoices).toBe(1);
  });

  test("what cannot be read is named with what to do, stops nothing, and makes it 3", async () => {
    const { status, stdout, stderr } = await runHere([
      "check",
      join(place, "bad"),
      join(place, "nowhere.pdf"),
      "--json",
    ]);
    expect(status).toBe(3);
    const report = parse(stdout);
    const problems = report.documents.flatMap(({ path, problem }) =>
      problem === null ? [] : [[path, problem.message]],
    );
    expect(problems.map(([path]) => path)).toEqual([
      "damaged.pdf",
      "empty.pdf",
      "nowhere.pdf",
      "picture.jpg",
    ]);
    for (const [path, message] of problems) {
      expect(message).toContain(`“${path}”`);
      expect(stderr).toContain(message);
    }
    expect(report.invoices.length).toBe(1);
    expect(report.documents.find(({ path }) => path === "nowhere.pdf")).toMatchObject({
      sha256: null,
      bytes: null,
      mediaType: null,
    });
  });

  test("an amount that nobody can read is named, becomes nothing, and makes it 3", async () => {
    mkdirSync(join(place, "unclear"), { recursive: true });
    const head = "Invoice Number,Invoice Date,Customer,Currency,Description,Quantity,Unit Price,Net,Total";
    writeFileSync(
      join(place, "unclear/x.csv"),
      `${head}\nA-1,2026-10-01,Acme,EUR,Work,1,1.23x,1.23x,1.23x\n`,
    );
    const { status, stdout } = await runHere(["check", join(place, "unclear"), "--json"]);
    expect(status).toBe(3);
    const { documents, invoices } = parse(stdout);
    expect(documents[0]).toMatchObject({
      status: "partly-read",
      problem: { code: "normalize/undecided-amount" },
    });
    expect(documents[0]?.problem?.message).toContain("“x.csv” prints “1.23x”");
    expect([invoices[0]?.gross, invoices[0]?.lines[0]?.net, invoices[0]?.route]).toEqual([
      null,
      null,
      "review",
    ]);
  });

  test("progress goes to standard error, the summary to standard output", async () => {
    const { stdout, stderr } = await runHere(["check", join(place, "in"), "--as-of", "2026-11-21"]);
    expect(stdout).toMatch(/Route +Invoice/);
    expect(stdout).toContain("2 invoices, 0 clear");
    expect(stdout).not.toMatch(/^read \d/m);
    expect(stderr).toMatch(/^read \d of 2$/m);
  });

  test("the page for people holds no script and loads nothing", async () => {
    writeFileSync(join(place, "evil.txt"), invoice("INV-<script>alert(1)</script>", "2026-10-09"));
    await runHere(["check", join(place, "evil.txt"), "--html", join(place, "r.html")]);
    const html = readFileSync(join(place, "r.html"), "utf8");
    expect(html).toContain("<!doctype html>");
    expect(html).not.toMatch(/<script|<img|<link|javascript:|https?:\/\//i);
    expect(html).toContain("default-src 'none'");
  });

  test("an empty folder is all clear, and says that nothing was there", async () => {
    mkdirSync(join(place, "none"), { recursive: true });
    const { status, stderr } = await runHere(["check", join(place, "none")]);
    expect(status).toBe(0);
    expect(stderr).toContain("No file was found under ");
  });
});

describe("usage", () => {
  test.each([
    [["check"], "check needs at least one file or folder."],
    [["chekc", "in"], "There is no command “chekc”."],
    [["check", "in", "--frobnicate"], "--frobnicate"],
    [["check", "in", "--as-of", "31.12.2026"], "--as-of takes a day such as 2026-11-30"],
    [["check", "in", "--as-of", "2026-02-30"], "“2026-02-30” is none"],
    [["check", "in", "--policy", "nowhere.json"], "“nowhere.json” cannot be read"],
    [["check", "in", "--report", "no/such/folder/r.json"], "“no/such/folder/r.json” cannot be written"],
    [["check", "in", "--workspace", "ws-no-passphrase"], "Set COUNTERSIGN_PASSPHRASE"],
    [["audit"], "--workspace DIR is needed."],
    [["audit", "--workspace", "in"], "is not a workspace"],
    [["audit", "--workspace", "x", "--anchor", "one"], "--anchor takes SEQUENCE:HASH"],
    [["export", "--workspace", "x"], "export needs --workspace DIR, --batch ID"],
    [["terms"], "terms needs at least one file or folder."],
    [["call"], "call needs a method"],
    [["call", "app.status", "{"], "is not JSON"],
  ])("%j is 2 and says why", async (words, sentence) => {
    vi.stubEnv("COUNTERSIGN_PASSPHRASE", "");
    vi.stubEnv("COUNTERSIGN_HOME", join(place, "home"));
    const there = words.map((word) => (word === "in" || word.startsWith("ws-") ? join(place, word) : word));
    const { status, stderr, stdout } = await runHere(there);
    expect(stderr).toContain(sentence);
    expect(status).toBe(2);
    expect(stdout).toBe("");
  });

  test("a policy that does not fit names its field", async () => {
    writeFileSync(
      join(place, "policy.json"),
      '{"tolerances":[{"check":"rate.over","over":{"percent":"ten"}}]}',
    );
    const { status, stderr } = await runHere(["check", "in", "--policy", join(place, "policy.json")]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("tolerances.0.over.percent") as string]);
  });

  test("help and version", async () => {
    expect(await run(["--version"])).toEqual({ status: 0, stdout: "countersign 0.1.0\n", stderr: "" });
    const { stdout, status } = await run(["--help"]);
    expect([status, stdout.includes("check <path>…")]).toEqual([0, true]);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(version).toBe("0.1.0");
  });
});

describe("a workspace", () => {
  const words = (...given: string[]): string[] =>
    given.map((word) => (/^(in|ws|out)$/.test(word) ? join(place, word) : word));

  test(
    "is made, filled, locked to others' passphrases, verified and exported from",
    { timeout: 120_000 },
    async () => {
      vi.stubEnv("COUNTERSIGN_PASSPHRASE", "correct horse");
      vi.stubEnv("COUNTERSIGN_HOME", join(place, "home"));
      const made = await runHere(words("check", "in", "--workspace", "ws", "--as-of", "2026-11-21"));
      expect(made.status).toBe(1);
      expect(made.stderr).toMatch(/recovery key, told this once:\n {2}(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/);
      expect(readdirSync(join(place, "ws"))).toEqual(
        expect.arrayContaining(["countersign.json", "workspace.db"]),
      );

      vi.stubEnv("COUNTERSIGN_PASSPHRASE", "wrong horse");
      const wrong = await runHere(words("audit", "--workspace", "ws"));
      expect(wrong.stderr).toContain("The passphrase does not open this workspace.");
      expect(wrong.status).toBe(2);

      vi.stubEnv("COUNTERSIGN_PASSPHRASE", "correct horse");
      const again = await runHere(words("check", "in", "--workspace", "ws", "--json"));
      expect(parse(again.stdout).invoices.length).toBe(2);

      const verified = await runHere(words("audit", "--workspace", "ws"));
      expect(verified.status).toBe(0);
      const head = /Head: (\d+:[0-9a-f]{64})/.exec(verified.stdout)?.[1] ?? "";
      expect((await runHere(words("audit", "--workspace", "ws", "--anchor", head))).status).toBe(0);
      const rolledBack = await runHere(
        words("audit", "--workspace", "ws", "--anchor", `900:${"0".repeat(64)}`),
      );
      expect(rolledBack.stdout).toContain("was cut or rolled back");
      expect(rolledBack.status).toBe(1);

      const unknown = await runHere(
        words("export", "--workspace", "ws", "--batch", "bat-x", "--to", "generic-csv", "--out", "out"),
      );
      expect(unknown.stderr).toContain("There is no batch “bat-x”");
      expect(unknown.status).toBe(2);
    },
  );
});
