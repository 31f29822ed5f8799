import type { RunRecord } from '@noether/contracts';
import { formatDuration } from '../format-duration.js';
import { formatNumber } from '../format-number.js';
import type { Style } from '../style.js';

interface Column {
  readonly title: string;
  readonly width: number;
  readonly left?: boolean;
  value(record: RunRecord): string;
}

const COLUMNS: readonly Column[] = [
  { title: 'seed', width: 4, value: ({ seed }) => String(seed) },
  { title: 'verdict', width: 17, left: true, value: ({ status }) => status },
  { title: 'omega', width: 5, value: ({ symmetry }) => formatNumber(symmetry.omega) },
  { title: 'Re/Im', width: 5, value: ({ symmetry }) => fixed(symmetry.realToImaginary, 3) },
  { title: 'cosine', width: 6, value: ({ symmetry }) => fixed(symmetry.meanCosine, 2) },
  { title: '|dH|', width: 5, value: ({ symmetry }) => fixed(symmetry.invariance?.ratio, 3) },
  { title: 'R2', width: 5, value: ({ equations }) => fixed(lowest(equations.r2), 3) },
  { title: 'valid', width: 5, value: ({ forecast }) => formatNumber(forecast.validTime) },
  { title: 'time', width: 11, value: ({ seconds }) => formatDuration(seconds.total) },
];

/**
 * The head of the table with one row a seed, 79 characters wide: |dH| is how far the symmetry moves
 * the conserved quantity relative to a shuffle, R2 the lowest of the equations.
 */
export function seedTableHead(style: Style): string {
  return style.bold(line((column) => column.title));
}

/** One row: seed, verdict and the numbers behind it. */
export function seedTableRow(record: RunRecord, style: Style): string {
  const text = line((column) => column.value(record));
  const mark = record.status === 'discovered' ? style.good : style.bad;
  return text.replace(record.status, mark(record.status));
}

function line(cell: (column: Column) => string): string {
  return COLUMNS.map((column) =>
    column.left ? cell(column).padEnd(column.width) : cell(column).padStart(column.width),
  )
    .join('  ')
    .trimEnd();
}

/** With so many decimals, or three digits where that is too wide for its column. */
function fixed(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '-';
  const text = value.toFixed(digits);
  return text.length > 6 || Math.abs(value) >= 10 ? formatNumber(value) : text;
}

function lowest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}
