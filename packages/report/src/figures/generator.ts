import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatNumber } from '../format-number.js';
import type { ReportInput } from '../report-input.js';
import { eigenvaluePlane } from './eigenvalue-plane.js';
import { type DrawnGenerator, generatorGrid } from './generator-grid.js';
import { heatMap, largestEntry } from './heat-map.js';

const SIDE = 140;
/** Side of the heat map of one large matrix. */
const WIDE = 328;
/** Up to this size a matrix is drawn beside its eigenvalues, from there on above them. */
const BESIDE = 4;
/** How many generators are drawn: small ones one below the other, large ones in a grid. */
const SHOWN = { stack: 3, grid: 6 } as const;

/**
 * Each generator as a heat map with its entries written in the cells, beside its eigenvalues in the
 * complex plane; several large ones in a grid without entries, their eigenvalues below. Null when there
 * is no finite generator.
 */
export function generatorFigure({ record, reading }: ReportInput): FigurePlan | null {
  const { generators, eigenvalues, omega, realToImaginary } = record.symmetry;
  const drawable = generators.every((matrix) => matrix.flat().every(Number.isFinite));
  if (generators.length === 0 || !drawable) return null;
  const several = generators.length > 1;
  const layout = several && generators[0].length > BESIDE ? 'grid' : 'stack';
  const drawn = generators.slice(0, SHOWN[layout]).map((matrix, index) => ({
    name: several ? `L${'₁₂₃₄₅₆'[index]}` : 'L',
    matrix,
    eigenvalues: eigenvalues[index] ?? [],
  }));
  const more =
    generators.length > drawn.length ? ` The first ${drawn.length} of ${generators.length}.` : '';
  return {
    name: 'generator',
    title: several ? 'Generators of the symmetry' : 'Generator of the symmetry',
    caption:
      `Read as: ${reading}. The entries of the matrix L in g(w) = exp(wL), and its eigenvalues: ` +
      'on the imaginary axis they rotate, on the real axis they stretch.' +
      more,
    spec: {
      title: {
        text: reading.split(/(?<=;) /),
        subtitle:
          `ω = ${formatNumber(omega)}` +
          (realToImaginary === null ? '' : `, |Re/Im λ| = ${formatNumber(realToImaginary)}`),
        fontSize: 14,
      },
      ...(layout === 'grid' ? generatorGrid(drawn) : generatorStack(drawn)),
    },
  };
}

function generatorStack(generators: readonly DrawnGenerator[]): ChartSpec {
  const largest = largestEntry(generators.map(({ matrix }) => matrix));
  return {
    spacing: 14,
    vconcat: generators.map(({ name, matrix, eigenvalues }) => {
      const beside = matrix.length <= BESIDE;
      return {
        spacing: 28,
        [beside ? 'hconcat' : 'vconcat']: [
          heatMap(matrix, { title: name, side: beside ? SIDE : WIDE, largest }),
          eigenvaluePlane(eigenvalues, { title: 'eigenvalues λ', side: SIDE }),
        ],
      };
    }),
  };
}
