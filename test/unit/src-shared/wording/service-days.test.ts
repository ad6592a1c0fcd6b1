import { describe, expect, test } from "vitest";
import { localDate } from "../../../../src-shared/time/index.ts";
import { serviceDaysIn } from "../../../../src-shared/wording/index.ts";

const may = { start: localDate("2026-05-01"), end: localDate("2026-06-01") };
const spanOf = (text: string): readonly (string | undefined)[] => {
  const days = [...serviceDaysIn(text, may).ofWork].toSorted();
  return days.length === 0 ? [] : [days[0], days.at(-1)];
};

describe("the days of work that a description names", () => {
  test.each([
    ["Rigger, w/e 15 May", "2026-05-09", "2026-05-15"],
    ["Rigger, week ending 15/05/2026", "2026-05-09", "2026-05-15"],
    ["Rigger, week commencing May 11", "2026-05-11", "2026-05-17"],
    ["Monteur, Woche vom 11.5.2026", "2026-05-11", "2026-05-17"],
    ["Grutier, semaine du 11 mai", "2026-05-11", "2026-05-17"],
    ["Rigger 4-6 May", "2026-05-04", "2026-05-06"],
    ["Rigger May 4 to 6", "2026-05-04", "2026-05-06"],
    ["Monteur 4.-6.5.2026", "2026-05-04", "2026-05-06"],
    ["Rigger, 28 April to 3 May", "2026-04-28", "2026-05-03"],
    ["Rigger, since 20 May", "2026-05-20", "2026-05-31"],
    ["Rigger on 12 May, 8 hours", "2026-05-12", "2026-05-12"],
    ["2026-05-12 – rigger", "2026-05-12", "2026-05-12"],
  ])("%s: %s to %s", (text, first, last) => {
    expect(spanOf(text)).toEqual([first, last]);
  });

  test.each([
    "Rigger as per order of 12 May",
    "Rigger, rate valid from 1 May 2026",
    "Pipe 3/4, 10 m",
    "Rigger, May 2026",
    "Rigger, 12 May 2024",
  ])("%s: none", (text) => {
    expect(spanOf(text)).toEqual([]);
  });
});
