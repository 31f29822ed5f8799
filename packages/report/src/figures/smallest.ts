/** Colours and axes of generators do not zoom in further than this, so that a collapse looks like one. */
export const SMALLEST = 0.1;
