import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatSetting } from '../format-number.js';
import type { DataView, ReportInput } from '../report-input.js';
import { COLOURS } from '../theme.js';
import { axisLabel } from './axis-label.js';
import { domainOf, type Domain } from './domain.js';
import { pathPoints, type PathPoint } from './path-points.js';
import { pickEvenly } from './pick-evenly.js';

const ORBITS_TEXT =
  'Orbits of the data (grey) and the same orbits after encoding, acting with exp(wL) and decoding ' +
  '(blue). A symmetry maps orbits to orbits; the dots show where it takes the first state of each.';
const STATES =
  'States of the data (grey) and the same after encoding, acting with exp(wL) and decoding (blue). ' +
  'Under a symmetry both fill the same places alike.';
const ORBITS = 5;
const PANELS = 4;
const SIDE = { single: 330, several: 142 } as const;

/**
 * The orbits of the data before and after the group acted on them, one panel for each of up to four
 * group parameters. Null when nothing was transformed or nothing finite came out.
 */
export function transformedOrbitsFigure({ data }: ReportInput): FigurePlan | null {
  const panels = pickEvenly(data.transformed, PANELS)
    .map(({ parameter, states }) => ({ parameter, points: paths(states, data.dimension) }))
    .filter(({ points }) => points.length > 0);
  const original = paths(data.original, data.dimension);
  if (panels.length === 0 || original.length === 0) return null;
  const shown = data.dimension > 2 ? ` The first two of ${data.dimension} variables.` : '';
  const all = [original, ...panels.map(({ points }) => points)].flat();
  const domains = { x: domainOf(all.map(({ x }) => x)), y: domainOf(all.map(({ y }) => y)) };
  const titles = axisTitles(data);
  return {
    name: 'transformed-orbits',
    title: data.scattered ? 'States transformed by the group' : 'Orbits transformed by the group',
    caption: (data.scattered ? STATES : ORBITS_TEXT) + shown,
    spec: {
      columns: 2,
      spacing: { row: 14, column: 18 },
      resolve: { scale: { color: 'shared' } },
      concat: panels.map(({ parameter, points }, index) =>
        panel(
          `w = ${formatSetting(parameter)}`,
          [original, points],
          {
            x: { title: index >= panels.length - 2 ? titles[0] : null, domain: domains.x },
            y: { title: index % 2 === 0 ? titles[1] : null, domain: domains.y },
          },
          panels.length === 1 ? SIDE.single : SIDE.several,
          data.scattered ?? false,
        ),
      ),
    },
  };
}

function paths(states: readonly Float64Array[], dimension: number): PathPoint[] {
  return pickEvenly(states, ORBITS).flatMap((orbit, index) =>
    pathPoints(orbit, dimension, `orbit ${index + 1}`, 200),
  );
}

function axisTitles({ names, units, dimension }: DataView): [x: string, y: string] {
  const title = (index: number): string =>
    axisLabel(names[index] ?? `x${'₁₂'[index]}`, units?.[index]);
  return dimension === 1 ? ['sample', title(0)] : [title(0), title(1)];
}

interface Axis {
  readonly title: string | null;
  readonly domain: Domain;
}

function panel(
  title: string,
  [original, transformed]: readonly PathPoint[][],
  axes: { readonly x: Axis; readonly y: Axis },
  side: number,
  scattered: boolean,
): ChartSpec {
  const channel = (field: 'x' | 'y'): ChartSpec => ({
    field,
    type: 'quantitative',
    axis: { title: axes[field].title, tickCount: 4 },
    scale: { domain: axes[field].domain, nice: false },
  });
  const scale = { domain: KINDS, range: [COLOURS.shade, COLOURS.blue] };
  const legend = scattered ? { symbolSize: 85 } : {};
  return {
    title: { text: title, offset: 4 },
    width: side,
    height: side,
    encoding: { x: channel('x'), y: channel('y') },
    layer: scattered
      ? [
          points(original, 'original', { type: 'circle', size: 30, opacity: 1 }, { scale, legend }),
          points(
            transformed,
            'transformed',
            { type: 'circle', size: 12, opacity: 1 },
            { scale, legend },
          ),
        ]
      : [
          points(original, 'original', { type: 'line', strokeWidth: 4 }, { scale, legend }),
          points(transformed, 'transformed', { type: 'line', strokeWidth: 1.5 }, { scale, legend }),
          firstStates(original, COLOURS.muted),
          firstStates(transformed, COLOURS.blue),
        ],
  };
}

const KINDS = ['original', 'transformed'] as const;

function points(
  drawn: readonly PathPoint[],
  kind: (typeof KINDS)[number],
  mark: ChartSpec,
  colour: ChartSpec,
): ChartSpec {
  return {
    data: { values: drawn.map((point) => ({ ...point, kind })) },
    mark,
    encoding: {
      order: { field: 'order' },
      detail: { field: 'path' },
      color: { field: 'kind', ...colour },
    },
  };
}

function firstStates(points: readonly PathPoint[], fill: string): ChartSpec {
  return {
    data: { values: points.filter(({ order }) => order === 0) },
    mark: { type: 'circle', size: 45, opacity: 1, color: fill, stroke: COLOURS.paper },
  };
}
