import { plusDays } from "./cents.ts";

export type Random = () => number;
export const pick = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T;
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
/** A price in steps of five. */
export const priceBetween = (random: Random, least: number, most: number): string =>
  `${between(random, least / 5, most / 5) * 5}.00`;

const monthNames =
  "January February March April May June July August September October November December".split(" ");
/** "1 March 2026". */
export const longDate = (date: string): string =>
  `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;
/** The last day of a half-open span, in words. */
export const lastDay = (end: string): string => longDate(plusDays(end, -1));
export const monthName = (date: string): string =>
  `${monthNames[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;

export const sellers = [
  "Harrow & Pike Consulting Ltd",
  "Northlight Systems LLC",
  "Brightwater Services Inc.",
  "Quarry Lane Partners LLP",
  "Solvent Works B.V.",
] as const;
export const buyers = [
  "Castellan Logistics, Inc.",
  "Greyfield Energy Ltd",
  "Maplewood Clinics LLC",
  "Ostrava Foods s.r.o.",
  "Tidewater Marine Corp.",
  "Elmhurst Properties LLC",
] as const;
export const people = [
  "Ana Ruiz",
  "James Osei",
  "Piotr Lewandowski",
  "Mei Tanaka",
  "Sofia Bianchi",
  "Tom Becker",
  "Ingrid Dahl",
  "Omar Haddad",
] as const;
