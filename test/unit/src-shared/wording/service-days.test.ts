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
    ["Rigger (5, 6, 19 and 20/05/2026)", ["2026-05-05", "2026-05-06", "2026-05-19", "2026-05-20"]],
    ["Monteur am 6. und 20.05.", ["2026-05-06", "2026-05-20"]],
    ["Grutier, les 7, 8 et 21/05/2026", ["2026-05-07", "2026-05-08", "2026-05-21"]],
    ["Gruista, 4 e 18/05/2026", ["2026-05-04", "2026-05-18"]],
    ["Jornadas 12 y 13 de mayo", ["2026-05-12", "2026-05-13"]],
    // One number before a comma may be a count, and those of papers are none of days.
    ["Rigger 3, 12 May", ["2026-05-12"]],
    ["Rigger, job no. 4 and 12 May", ["2026-05-12"]],
    ["Rigger 20 and 12 May", ["2026-05-12"]],
  ])("%s: each of a list", (text, days) => {
    expect([...serviceDaysIn(text, may).ofWork].toSorted()).toEqual(days);
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
