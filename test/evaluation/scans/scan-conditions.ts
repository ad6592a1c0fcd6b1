import type { GrayImage } from "../../../src-shared/model/index.ts";
import type { Typeface } from "../../builders/printed-pages.ts";
import {
  bilevel,
  blur,
  fade,
  grain,
  jpegTraces,
  photograph,
  shadow,
  skew,
  specks,
  turn,
  wornBy,
} from "../../builders/worn-picture.ts";

/** How a page came to be a picture. */
export interface ScanCondition {
  readonly name: string;
  readonly dotsPerInch: number;
  readonly typeface: Typeface;
  /** `seed` makes the noise of one page differ from that of the next. */
  readonly wear: (seed: number) => (image: GrayImage) => GrayImage;
}

const tilted = [
  [0.09, 0.06],
  [0.93, 0.1],
  [0.96, 0.95],
  [0.05, 0.92],
] as const;

export const scanConditions: readonly ScanCondition[] = [
  { name: "clean, 300 dpi", dotsPerInch: 300, typeface: "sans", wear: () => wornBy() },
  { name: "clean serif, 200 dpi", dotsPerInch: 200, typeface: "serif", wear: () => wornBy() },
  {
    name: "office scan, 300 dpi",
    dotsPerInch: 300,
    typeface: "sans",
    wear: (seed) => wornBy(skew(0.7), blur(0.8), grain(seed, 8), jpegTraces(60)),
  },
  {
    name: "skewed 2.5°, 200 dpi",
    dotsPerInch: 200,
    typeface: "serif",
    wear: (seed) => wornBy(skew(-2.5), blur(0.5), grain(seed, 10)),
  },
  {
    name: "skewed 6°, 300 dpi",
    dotsPerInch: 300,
    typeface: "mono",
    wear: (seed) => wornBy(skew(6), grain(seed, 6)),
  },
  {
    name: "blurred, 300 dpi",
    dotsPerInch: 300,
    typeface: "sans",
    wear: (seed) => wornBy(blur(2), grain(seed, 5)),
  },
  {
    name: "JPEG 30, 200 dpi",
    dotsPerInch: 200,
    typeface: "sans",
    wear: (seed) => wornBy(grain(seed, 5), jpegTraces(30)),
  },
  {
    name: "low, 150 dpi",
    dotsPerInch: 150,
    typeface: "sans",
    wear: (seed) => wornBy(blur(0.4), grain(seed, 5), jpegTraces(70)),
  },
  {
    name: "fax, 200 dpi",
    dotsPerInch: 200,
    typeface: "serif",
    wear: (seed) => wornBy(blur(0.6), grain(seed, 12), bilevel(150), specks(seed, 0.002)),
  },
  {
    name: "faded, 300 dpi",
    dotsPerInch: 300,
    typeface: "serif",
    wear: (seed) => wornBy(fade(130, 225), grain(seed, 8)),
  },
  {
    name: "shadowed photo, flat",
    dotsPerInch: 200,
    typeface: "sans",
    wear: (seed) => wornBy(shadow(0.35), blur(0.6), grain(seed, 6), jpegTraces(70)),
  },
  {
    name: "photo of a tilted page",
    dotsPerInch: 220,
    typeface: "sans",
    wear: (seed) => wornBy(photograph(tilted), shadow(0.5), blur(0.6), grain(seed, 6), jpegTraces(75)),
  },
  {
    name: "on its left side",
    dotsPerInch: 200,
    typeface: "serif",
    wear: (seed) => wornBy(turn(1), skew(1), grain(seed, 6)),
  },
  {
    name: "on its head",
    dotsPerInch: 200,
    typeface: "sans",
    wear: (seed) => wornBy(turn(2), skew(-1), grain(seed, 6)),
  },
  {
    name: "on its right side",
    dotsPerInch: 200,
    typeface: "sans",
    wear: (seed) => wornBy(turn(3), grain(seed, 6)),
  },
];
