import type { ChartSpec } from '../figure.js';
import { formatComplex } from '../format-number.js';
import { COLOURS } from '../theme.js';
import { SMALLEST } from './smallest.js';

type Complex = { readonly re: number; readonly im: number };

/** Below this side in px a plane has small points and one number at its real axis. */
const SMALL = 100;

export interface EigenvaluePlaneOptions {
  readonly title: string;
  /** Width and height in px. */
  readonly side: number;
  /** For planes on the same axes: the size of a part that they hold, and whether this one has the imaginary axis written. */
  readonly shared?: { readonly largest: number; readonly imaginary: boolean };
}

/** The largest size of a real or imaginary part, at least so much that a collapse looks like one. */
export function largestPart(eigenvalues: readonly Complex[]): number {
  const sizes = finite(eigenvalues).flatMap(({ re, im }) => [Math.abs(re), Math.abs(im)]);
  return Math.max(SMALLEST, ...sizes);
}

/** Eigenvalues in the complex plane, up to three of them with their numbers where there is room. */
export function eigenvaluePlane(
  eigenvalues: readonly Complex[],
  { title, side, shared }: EigenvaluePlaneOptions,
): ChartSpec {
  const points = finite(eigenvalues);
  const small = side < SMALL;
  const largest = shared?.largest ?? largestPart(eigenvalues);
  const scale = { domain: [-1.5 * largest, 1.5 * largest], nice: false };
  const tick = roundNumberUpTo(largest);
  const ticks = (values: number[]): ChartSpec => (shared ? { values } : { tickCount: 4 });
  const re = { title: 'Re λ', grid: false, ...ticks(small ? [tick] : [-tick, 0, tick]) };
  const im = { title: 'Im λ', grid: false, ...ticks([-tick, 0, tick]) };
  const hidden = shared?.imaginary === false ? { axis: null } : {};
  const position = {
    x: { field: 're', type: 'quantitative', scale, axis: re },
    y: { field: 'im', type: 'quantitative', scale, axis: im, ...hidden },
  };
  const rule = { type: 'rule', color: COLOURS.shade };
  const size = small ? 30 : 75;
  return {
    title: { text: title, offset: 6 },
    width: side,
    height: side,
    data: { values: [{}] },
    layer: [
      { mark: rule, encoding: { x: { datum: 0 } } },
      { mark: rule, encoding: { y: { datum: 0, ...hidden } } },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size, color: COLOURS.blue, opacity: 1 },
        encoding: position,
      },
      ...(points.length <= 3 && !small ? eigenvalueLabels(points, position) : []),
    ],
  };
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a positive number. */
function roundNumberUpTo(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest));
  const factor = [5, 2, 1].find((each) => each * power <= largest) ?? 1;
  return factor * power;
}

function finite(eigenvalues: readonly Complex[]): Complex[] {
  return eigenvalues.filter(({ re, im }) => Number.isFinite(re) && Number.isFinite(im));
}

/** Texts above and below the points, on a halo that keeps the axes from crossing them. */
function eigenvalueLabels(eigenvalues: readonly Complex[], position: ChartSpec): ChartSpec[] {
  const halo = { stroke: COLOURS.paper, strokeWidth: 5 };
  return eigenvalues.flatMap((value, index) => {
    const above = Math.abs(value.im) < 0.005 ? index % 2 === 0 : value.im > 0;
    const mark = { type: 'text', dy: above ? -13 : 14 };
    const label = {
      data: { values: [{ ...value, text: formatComplex(value) }] },
      encoding: { ...position, text: { field: 'text' } },
    };
    return [
      { ...label, mark: { ...mark, ...halo } },
      { ...label, mark },
    ];
  });
}
