import type { ChartSpec, FigurePlan } from '../figure.js';
import type { ReportInput } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH, SERIES } from '../theme.js';
import { equalDomains } from './domain.js';
import { pathPoints, type PathPoint } from './path-points.js';
import { pickEvenly } from './pick-evenly.js';

const SIDE = FIGURE_WIDTH - 84;
const SHOWN = 8;
const STATES = { type: 'circle', size: 26, color: COLOURS.blue, opacity: 0.6, stroke: null };

/**
 * Trajectories in the latent space, each in its colour, and orbits of the group over them, with the
 * same scale on both axes. Null when there is no finite latent point.
 */
export function latentSpaceFigure({ latent }: ReportInput): FigurePlan | null {
  const { dimension } = latent;
  const trajectories = pickEvenly(latent.trajectories, SHOWN).flatMap((states, index) =>
    pathPoints(states, dimension, `trajectory ${index + 1}`),
  );
  const orbits = pickEvenly(latent.orbits, SHOWN).flatMap((states, index) =>
    pathPoints(states, dimension, `orbit ${index + 1}`),
  );
  if (trajectories.length === 0) return null;
  const shown = dimension > 2 ? ` The first two of ${dimension} latent coordinates.` : '';
  return {
    name: 'latent-space',
    title: 'Latent space',
    caption:
      (latent.scattered
        ? 'States in latent coordinates (dots) and orbits of the group through some of them (dashed).'
        : orbits.length > 0
          ? 'Trajectories in latent coordinates (coloured) and orbits of the group (dashed). Where a ' +
            'symmetry was found, the orbits follow the trajectories.'
          : 'Trajectories in latent coordinates.') + shown,
    spec: latentSpec(trajectories, orbits, latent),
  };
}

function latentSpec(
  trajectories: readonly PathPoint[],
  orbits: readonly PathPoint[],
  { dimension, scattered = false }: ReportInput['latent'],
): ChartSpec {
  const all = [...trajectories, ...orbits];
  const domains = equalDomains(
    all.map(({ x }) => x),
    all.map(({ y }) => y),
  );
  const flat = dimension === 1;
  const kinds = [
    ...(scattered ? [] : ['trajectory']),
    ...(orbits.length > 0 || scattered ? ['group orbit'] : []),
  ];
  const axis = (title: string, domain: readonly number[] | null): ChartSpec => ({
    type: 'quantitative',
    axis: { title },
    scale: domain ? { domain, nice: false } : { zero: false },
  });
  return {
    width: SIDE,
    height: flat ? SIDE / 2 : SIDE,
    encoding: {
      x: { field: 'x', ...axis(flat ? 'sample' : 'latent z₁', flat ? null : domains.x) },
      y: { field: 'y', ...axis(flat ? 'latent z₁' : 'latent z₂', flat ? null : domains.y) },
      order: { field: 'order' },
      detail: { field: 'path' },
      strokeDash: {
        field: 'kind',
        scale: {
          domain: kinds,
          range: kinds.map((kind) => (kind === 'trajectory' ? [1, 0] : [5, 4])),
        },
        ...(scattered && { legend: null }),
      },
    },
    layer: [
      scattered
        ? layer(trajectories, kinds[0], STATES, {})
        : layer(
            trajectories,
            'trajectory',
            { type: 'line', strokeWidth: 2.6, opacity: 0.85 },
            {
              color: { field: 'path', scale: { range: SERIES }, legend: null },
            },
          ),
      layer(orbits, 'group orbit', { type: 'line', strokeWidth: 1.4, color: COLOURS.ink }, {}),
    ],
  };
}

function layer(
  points: readonly PathPoint[],
  kind: string,
  mark: ChartSpec,
  encoding: ChartSpec,
): ChartSpec {
  const values = points.map((point) => ({ ...point, kind }));
  return { data: { values }, mark, encoding };
}
