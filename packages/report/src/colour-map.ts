/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Numbers to colours over a range. */
export interface ColourMap {
  readonly low: number;
  readonly high: number;
  /** 256 colours from low to high. */
  readonly palette: readonly Rgb[];
}

/** RdBu of ColorBrewer (Harrower and Brewer 2003), blue below and red above: told apart with any colour vision. */
const DIVERGING = [
  '#053061',
  '#2166ac',
  '#4393c3',
  '#92c5de',
  '#d1e5f0',
  '#f7f7f7',
  '#fddbc7',
  '#f4a582',
  '#d6604d',
  '#b2182b',
  '#67001f',
];
/** Viridis (van der Walt and Smith 2015), every sixteenth: even steps of lightness. */
const SEQUENTIAL = [
  '#440154',
  '#481a6c',
  '#472f7d',
  '#414487',
  '#39568c',
  '#31688e',
  '#2a788e',
  '#23888e',
  '#1f988b',
  '#22a884',
  '#35b779',
  '#54c568',
  '#7ad151',
  '#a5db36',
  '#d2e21b',
  '#fde725',
];
/** Share of the larger side that the smaller one must have for zero to be the middle. */
const SIGNED = 0.2;

/** Diverging about zero where values have both signs, else from the smallest to the largest. */
export function colourMapOf(pictures: readonly Float64Array[]): ColourMap {
  let [low, high] = [Infinity, -Infinity];
  for (const picture of pictures) {
    for (const value of picture) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) [low, high] = [0, 1];
  const [smaller, larger] = [Math.min(-low, high), Math.max(-low, high)];
  if (smaller > SIGNED * larger) return { low: -larger, high: larger, palette: spread(DIVERGING) };
  return { low, high: high > low ? high : low + 1, palette: spread(SEQUENTIAL) };
}

/** The place of a value in the palette; values outside of the range take its ends. */
export function colourIndex({ low, high }: ColourMap, value: number): number {
  const index = Math.round((255 * (value - low)) / (high - low));
  return Math.min(255, Math.max(0, Number.isNaN(index) ? 0 : index));
}

export function hexOf(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** 256 colours, straight lines between the given ones. */
function spread(stops: readonly string[]): Rgb[] {
  const parsed = stops.map(rgbOf);
  return Array.from({ length: 256 }, (_, index) => {
    const place = (index / 255) * (parsed.length - 1);
    const below = Math.min(Math.floor(place), parsed.length - 2);
    const mix = (channel: 0 | 1 | 2): number =>
      Math.round(
        parsed[below][channel] +
          (place - below) * (parsed[below + 1][channel] - parsed[below][channel]),
      );
    return [mix(0), mix(1), mix(2)];
  });
}

function rgbOf(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
