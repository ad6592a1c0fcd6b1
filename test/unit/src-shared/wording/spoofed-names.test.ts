import { describe, expect, it } from "vitest";
import { compareNames, partyNameOf } from "../../../../src-shared/wording/index.ts";

const genuine = [
  "Acme Services Ltd",
  "Pell & Sons Logistics",
  "Orchard Data Limited",
  "Harbor Bank Inc",
  "Bayshore Supply Co",
  "Nordwind Technik GmbH",
  "Capital Space Partners",
  "Ocean Park Hotels",
  "Copper Axis Systems",
  "Cosmo Express Cargo",
  "Pacific Soap Company",
  "Ivory Coast Cocoa",
  "Mercia Copy Shop",
  "Kaas en Zoon BV",
  "Aspace Events",
  "Opex Consulting",
];

const swap =
  (letters: Readonly<Record<string, string>>) =>
  (name: string): string => {
    const at = Array.from(name).findIndex((letter, index) => index > 0 && letter in letters);
    return at === -1
      ? name
      : Array.from(name)
          .with(at, letters[Array.from(name)[at] ?? ""] ?? "")
          .join("");
  };

const insert =
  (mark: string) =>
  (name: string): string =>
    `${name.slice(0, 3)}${mark}${name.slice(3)}`;

/** What somebody does to a name who wants to be taken for another. */
const tricks: readonly (readonly [string, (name: string) => string])[] = [
  ["one Cyrillic letter", swap({ a: "а", e: "е", o: "о", c: "с", p: "р", x: "х", y: "у" })],
  ["one Greek letter", swap({ o: "ο", a: "α", n: "η", y: "γ", p: "ρ" })],
  ["one Armenian letter", swap({ o: "օ", n: "ո", h: "հ", u: "ս" })],
  [
    "every Cyrillic letter",
    (name) =>
      name.replace(
        /[aeocpxy]/g,
        (letter) => ({ a: "а", e: "е", o: "о", c: "с", p: "р", x: "х", y: "у" })[letter] ?? letter,
      ),
  ],
  ["a small capital", swap({ i: "ɪ", n: "ɴ", r: "ʀ", s: "ꜱ", l: "ʟ" })],
  ["a script letter", swap({ a: "ɑ", g: "ɡ", i: "ɩ" })],
  ["a zero for an o", swap({ o: "0" })],
  ["a one for an l", swap({ l: "1", i: "1" })],
  ["a capital i for an l", swap({ l: "I", i: "l" })],
  ["rn for m", (name) => name.replace("m", "rn")],
  ["a zero-width space", insert("\u200b")],
  ["a zero-width joiner", insert("\u200d")],
  ["a soft hyphen", insert("\u00ad")],
  ["a turned direction", insert("\u202e")],
  ["an isolate", insert("\u2066")],
  ["a word joiner", insert("\u2060")],
  ["tag characters", insert("\u{e0041}\u{e0042}")],
  ["a variation selector", insert("\ufe0f")],
];

const spoofed = genuine.flatMap((name) =>
  tricks
    .map(([trick, apply]) => ({ name, trick, spoof: apply(name) }))
    .filter(({ name: original, spoof }) => original !== spoof),
);

const words: readonly string[] = [
  "Åkerström",
  "Müller",
  "Łódzkie",
  "Señal",
  "Français",
  "Ørsted",
  "Çelik",
  "Straße",
  "Béton",
  "Kőszeg",
  "Яндекс",
  "Газета",
  "Строймаш",
  "Ηλιος",
  "Αθήνα",
  "Θάλασσα",
  "東京商事",
  "北京",
  "삼성",
  "שלום",
  "النور",
  "हिन्द",
  "ไทย",
  "Երևան",
  "საქართველო",
  "Zürich",
  "Dvořák",
  "Þór",
  "Nguyễn",
  "O’Neill",
];
const branches: readonly string[] = [
  "Logistik",
  "Services",
  "Bau",
  "Consulting",
  "Trading",
  "Metall",
  "Kontor",
  "Soft",
  "Media",
  "Energie",
  "Transport",
  "Holz",
  "Textil",
];
const forms: readonly string[] = [
  "GmbH",
  "Ltd",
  "S.A.",
  "AB",
  "s.r.o.",
  "Kft",
  "ООО",
  "ΑΕ",
  "株式会社",
  "Inc",
  "BV",
  "SpA",
  "Oy",
];

describe("names that pretend to be others", () => {
  it("are made in more than two hundred ways", () => {
    expect(spoofed.length).toBeGreaterThanOrEqual(200);
  });

  it("are all seen", () => {
    const missed = spoofed.filter(({ name, spoof }) => compareNames(spoof, name) !== "look-alike");
    expect(missed).toEqual([]);
  });

  it("raise no alarm where they are real names of many scripts", () => {
    const real = words.flatMap((word) =>
      branches.flatMap((branch) => forms.map((form) => `${word} ${branch} ${form}`)),
    );
    expect(real.length).toBeGreaterThanOrEqual(5_000);
    const alarms = real.filter(
      (name) => partyNameOf(name).isSuspicious || compareNames(name, name) !== "same",
    );
    expect(alarms.length).toBeLessThanOrEqual(real.length * 0.005);
  });
});
