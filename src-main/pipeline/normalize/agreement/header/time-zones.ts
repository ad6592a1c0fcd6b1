/** What texts call a zone, folded, and its IANA name. Only named zones: a governing law is none. */
const zones: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:us )?eastern (?:standard |daylight |prevailing )?time\b|\bnew york (?:city )?time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:et|est|edt)\b/,
    "America/New_York",
  ],
  [
    /\b(?:us )?central (?:standard |daylight |prevailing )?time\b|\bchicago time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:ct|cst|cdt)\b/,
    "America/Chicago",
  ],
  [
    /\b(?:us )?mountain (?:standard |daylight )?time\b|\bdenver time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:mt|mst|mdt)\b/,
    "America/Denver",
  ],
  [
    /\b(?:us )?pacific (?:standard |daylight |prevailing )?time\b|\blos angeles time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:pt|pst|pdt)\b/,
    "America/Los_Angeles",
  ],
  [
    /\blondon time\b|\buk time\b|\bgreenwich mean time\b|\bbritish summer time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:gmt|bst)\b/,
    "Europe/London",
  ],
  [
    /\bberlin(?:er)? (?:time|zeit|ortszeit)\b|\bdeutscher zeit\b|\bgerman time\b|\bmez\b|\bmesz\b/,
    "Europe/Berlin",
  ],
  [/\bparis time\b|\bheure de paris\b/, "Europe/Paris"],
  [/\bcentral european (?:summer )?time\b|(?:\d:\d\d|[ap]\.?m\.?|uhr) (?:cet|cest)\b/, "Europe/Berlin"],
  [/\bzurich time\b|\bschweizer zeit\b/, "Europe/Zurich"],
  [/\bdublin time\b|\birish time\b/, "Europe/Dublin"],
  [/\bsydney time\b|\b(?:aest|aedt)\b/, "Australia/Sydney"],
  [/\btoronto time\b/, "America/Toronto"],
  [/\bcoordinated universal time\b|\butc\b/, "UTC"],
];
const iana = /\b((?:america|europe|asia|africa|australia|pacific|atlantic)\/[a-z]+(?:_[a-z]+)*)\b/;

/** The zone that the lines name, if they name one only. */
export function zoneNameIn(lines: readonly string[]): string | null {
  const found = new Set<string>();
  for (const line of lines) {
    const direct = iana.exec(line)?.[1];
    if (direct !== undefined)
      found.add(
        direct.replace(/(^|[/_])([a-z])/g, (_, mark: string, letter: string) => mark + letter.toUpperCase()),
      );
    for (const [pattern, name] of zones) if (pattern.test(line)) found.add(name);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
