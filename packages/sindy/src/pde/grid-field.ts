import { NoetherError, invalidArgument } from '@noether/contracts';

/** One direction of a grid in space. */
export interface GridAxis {
  /** One letter, e.g. `x`: the derivatives are called `u_x`, `u_xx`. */
  readonly name: string;
  /** Strictly increasing, at least 4. */
  readonly points: Float64Array;
  /** The period, when the field goes round: the first point comes again after the last. */
  readonly period?: number;
}

/** Fields on a grid in one or two directions, recorded at some times. */
export interface GridField {
  /** Names of the fields, length f. */
  readonly names: readonly string[];
  readonly axes: readonly GridAxis[];
  /** Strictly increasing, length T. */
  readonly times: Float64Array;
  /** Row-major T × points of the first axis (× points of the second) × f. */
  readonly values: Float64Array;
  /** ∂/∂t of the values, when known. */
  readonly velocities?: Float64Array;
}

/** Number of points of a grid. */
export function gridSize(axes: readonly GridAxis[]): number {
  return axes.reduce((size, { points }) => size * points.length, 1);
}

/** @throws NoetherError that names what does not fit */
export function checkGridField(field: GridField): void {
  const { names, axes, times, values, velocities } = field;
  if (names.length === 0) throw invalidArgument('names', names, 'name at least one field');
  if (axes.length < 1 || axes.length > 2) {
    throw invalidArgument('axes', axes, 'give one or two directions');
  }
  axes.forEach((axis, index) => {
    const fault = axisFault(axis, index);
    if (fault) throw fault;
  });
  const wanted = times.length * gridSize(axes) * names.length;
  const expected = `give ${times.length} times of ${gridSize(axes)} points of ${names.length} fields`;
  if (values.length !== wanted) throw invalidArgument('values', values, expected);
  if (velocities && velocities.length !== wanted) {
    throw invalidArgument('velocities', velocities, expected);
  }
  const late = times.findIndex(
    (time, row) => !Number.isFinite(time) || (row > 0 && !(time > times[row - 1])),
  );
  if (late >= 0) {
    throw invalidArgument(`times[${late}]`, times[late], 'times must be finite and increase');
  }
  checkFinite('values', values, field);
  if (velocities) checkFinite('velocities', velocities, field);
}

function checkFinite(argument: string, values: Float64Array, { names, axes }: GridField): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const point = Math.floor(at / names.length);
  const row = Math.floor(point / gridSize(axes));
  const place = `${names[at % names.length]} at time ${row}, point ${point % gridSize(axes)}`;
  throw new NoetherError(`${argument}: ${place} is ${values[at]}.`, {
    code: 'not-finite',
    argument,
    value: values[at],
    hint: 'Fill it in from its neighbours, or cut the field before it.',
  });
}

function axisFault({ name, points, period }: GridAxis, index: number): NoetherError | undefined {
  if (!/^[A-Za-z]$/.test(name)) {
    return invalidArgument(`axes[${index}].name`, name, 'give one letter');
  }
  if (points.length < 4 || points.some((point, at) => at > 0 && !(point > points[at - 1]))) {
    return invalidArgument(`axes[${index}].points`, points, 'give 4 or more that increase');
  }
  if (period !== undefined && !(period > points[points.length - 1] - points[0])) {
    return invalidArgument(
      `axes[${index}].period`,
      period,
      'it must exceed the span of the points',
    );
  }
  return undefined;
}
