import { evenLight } from "./even-light.ts";
import type { EvenImage } from "./even-light.ts";
import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { findSkew, liesOnItsSide, rotate, rotateBack } from "./deskew.ts";
import { turnQuarters } from "./gray-image.ts";
import { findPageCorners, rectify } from "./page-corners.ts";
import type { WayBack } from "./page-corners.ts";
import { findPageLetters, turnLetters } from "./page-letters.ts";

export type Quarters = 0 | 1 | 2 | 3;

/** A page in even light, and the way back from its points to those of the picture that was given. */
export interface UprightPage extends EvenImage {
  readonly wayBack: WayBack;
}

/** A page cut out of its photograph where its corners are seen, otherwise the picture as it is; in even light. */
export function flattenPage(image: GrayImage): UprightPage {
  const corners = findPageCorners(image);
  const flat = corners === null ? null : rectify(image, corners);
  return { ...evenLight(flat?.image ?? image), wayBack: flat?.wayBack ?? ((x, y) => [x, y]) };
}

/** How a page lies: quarters that turn its lines level, one way or the other, and by how much they then still fall. */
export interface Lie {
  readonly quarters: Quarters;
  /** Degrees. */
  readonly angle: number;
}

export function findLie(page: UprightPage): Lie {
  const letters = findPageLetters(page);
  return liesOnItsSide(letters)
    ? { quarters: 1, angle: findSkew(turnLetters(letters)) }
    : { quarters: 0, angle: findSkew(letters) };
}

/** The same page the other way up. */
export const onItsHead = ({ quarters, angle }: Lie): Lie => ({
  quarters: ((quarters + 2) % 4) as Quarters,
  angle,
});

/** Turns a page by quarters and levels its lines. */
export function levelPage(page: UprightPage, { quarters, angle }: Lie): UprightPage {
  const { width, height } = page.image;
  const turned = turnQuarters(page.image, quarters);
  const level = angle === 0 ? { ...turned, pixels: turned.pixels.slice() } : rotate(turned, angle);
  return {
    image: level,
    threshold: page.threshold,
    wayBack: (x, y) => {
      const [column, row] = angle === 0 ? [x, y] : rotateBack(x, y, turned, angle);
      if (quarters === 0) return page.wayBack(column, row);
      if (quarters === 2) return page.wayBack(width - column, height - row);
      return quarters === 1 ? page.wayBack(row, height - column) : page.wayBack(width - row, column);
    },
  };
}
