import { boxes, type Box } from './boxes.js';
import type { Mesh } from './mesh.js';

/**
 * A bookshelf of boxes, 1 wide, 0.4 deep and 2 high, open towards −y, with three shelves at uneven heights: no
 * rotation but the identity leaves it as it is.
 */
function bookshelf(): Mesh {
  const board = 0.06;
  const shelf = (height: number): Box => [
    board,
    1 - board,
    0.02,
    0.4 - board,
    height,
    height + board,
  ];
  return boxes([
    [0, board, 0, 0.4, 0, 2],
    [1 - board, 1, 0, 0.4, 0, 2],
    [board, 1 - board, 0.4 - board, 0.4, 0, 2],
    ...[0, 0.5, 0.95, 1.5, 2 - board].map(shelf),
  ]);
}

/** A chair of boxes: four legs, a seat and a back. No rotation but the identity leaves it as it is. */
function chair(): Mesh {
  const leg = (x: number, y: number): Box => [x, x + 0.1, y, y + 0.1, 0, 0.9];
  return boxes([
    ...[0, 0.9].flatMap((x) => [leg(x, 0), leg(x, 0.9)]),
    [0, 1, 0, 1, 0.9, 1],
    [0, 1, 0.9, 1, 1, 2],
  ]);
}

/** The objects that come with Noether, by name. */
export const objects: Readonly<Record<'bookshelf' | 'chair', Mesh>> = Object.freeze({
  bookshelf: bookshelf(),
  chair: chair(),
});
