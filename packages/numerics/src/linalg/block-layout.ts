/** Reflections that are applied together. */
export const PANEL = 4;

/** Rows of a block. */
export const HEIGHT = 256;

/** Doubles from a column to the next: eight more than the rows, or the columns would fall on one another in the cache. */
export const STRIDE: number = HEIGHT + 8;
