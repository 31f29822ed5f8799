import type { trace } from '@noether/compute';

type Graph = ReturnType<typeof trace>;

/** An array of float64 numbers with its shape. */
export interface Array64 {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

const size = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

/**
 * The outputs of a traced function in float64: engines compute in float32, but the graph says what is
 * computed, gradients included. Knows the operations that SINDy autoencoders use. Constants, which
 * the graph keeps in float32, become the shortest decimal numbers that round to them.
 */
export function evaluateInFloat64(
  graph: Graph,
  inputs: Readonly<Record<string, Array64>>,
): Record<string, Array64> {
  const values = new Map<string, Array64>(Object.entries(inputs));
  for (const [name, { shape, data }] of graph.constants) {
    values.set(name, { shape, data: Float64Array.from(data as Float32Array, decimal) });
  }
  for (const { op, inputs: names, outputs, attributes } of graph.nodes) {
    const given = names.map((name) => values.get(name) as Array64);
    const operation = operations[op];
    if (operation === undefined) throw new Error(`no float64 form of ${op}`);
    values.set(outputs[0], operation(given, attributes as Readonly<Record<string, number>>));
  }
  return Object.fromEntries(
    graph.outputs.map(({ name }) => [name.replace(/^out:/, ''), values.get(name) as Array64]),
  );
}

function decimal(value: number | bigint): number {
  if (typeof value === 'bigint') return Number(value);
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

type Operation = (
  given: readonly Array64[],
  attributes: Readonly<Record<string, number>>,
) => Array64;

const unary =
  (f: (x: number) => number): Operation =>
  ([{ shape, data }]) => ({ shape, data: data.map(f) });

/** Entry by entry with broadcasting. */
const binary =
  (f: (x: number, y: number) => number): Operation =>
  ([a, b]) => {
    const rank = Math.max(a.shape.length, b.shape.length);
    const full = (shape: readonly number[]): number[] => [
      ...new Array<number>(rank - shape.length).fill(1),
      ...shape,
    ];
    const [ofA, ofB] = [full(a.shape), full(b.shape)];
    const shape = ofA.map((extent, axis) => Math.max(extent, ofB[axis]));
    const data = Float64Array.from({ length: size(shape) }, (_, at) =>
      f(a.data[place(at, shape, ofA)], b.data[place(at, shape, ofB)]),
    );
    return { shape, data };
  };

/** Where the entry `at` of `shape` lies in an array that is broadcast to it. */
function place(at: number, shape: readonly number[], of: readonly number[]): number {
  let [rest, index, stride] = [at, 0, 1];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const coordinate = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
    if (of[axis] > 1) index += coordinate * stride;
    stride *= of[axis];
  }
  return index;
}

const gemm: Operation = ([a, b, c], { transA, transB }) => {
  const [m, k] = transA ? [a.shape[1], a.shape[0]] : a.shape;
  const n = transB ? b.shape[0] : b.shape[1];
  const product = new Float64Array(m * n);
  for (let row = 0; row < m; row++) {
    for (let column = 0; column < n; column++) {
      for (let inner = 0; inner < k; inner++) {
        product[row * n + column] +=
          a.data[transA ? inner * m + row : row * k + inner] *
          b.data[transB ? column * k + inner : inner * n + column];
      }
    }
  }
  const result = { shape: [m, n], data: product };
  return c === undefined ? result : binary((x, y) => x + y)([result, c], {});
};

const reduce =
  (mean: boolean): Operation =>
  ([{ shape, data }, axes], { keepdims }) => {
    const gone = axes ? [...axes.data] : shape.map((_, axis) => axis);
    const kept = shape.map((extent, axis) => (gone.includes(axis) ? 1 : extent));
    const sums = new Float64Array(size(kept));
    data.forEach((value, at) => (sums[place(at, shape, kept)] += value));
    const share = mean ? sums.length / data.length : 1;
    return {
      shape: keepdims ? kept : kept.filter((_, axis) => !gone.includes(axis)),
      data: sums.map((value) => value * share),
    };
  };

const concatColumns: Operation = (parts) => {
  const [rows] = parts[0].shape;
  const columns = parts.reduce((sum, { shape }) => sum + shape[1], 0);
  const data = Array.from({ length: rows }, (_, row) =>
    parts.flatMap(({ shape: [, n], data: of }) => [...of.subarray(row * n, row * n + n)]),
  ).flat();
  return { shape: [rows, columns], data: Float64Array.from(data) };
};

/** Rows and columns from `starts` to `ends`, on the axes that are named. */
const slice: Operation = ([{ shape, data }, starts, ends, axes]) => {
  const named = axes ? [...axes.data] : shape.map((_, axis) => axis);
  const from = shape.map((_, axis) => starts.data[named.indexOf(axis)] ?? 0);
  const extent = shape.map(
    (n, axis) => Math.min(ends.data[named.indexOf(axis)] ?? n, n) - from[axis],
  );
  return window(extent, (row, column) => data[(row + from[0]) * shape[1] + column + from[1]]);
};

/** Zeros around a matrix, `[above, left, below, right]`. */
const pad: Operation = ([{ shape, data }, around]) => {
  const [above, left, below, right] = around.data;
  return window([shape[0] + above + below, shape[1] + left + right], (row, column) => {
    const [r, c] = [row - above, column - left];
    return r >= 0 && r < shape[0] && c >= 0 && c < shape[1] ? data[r * shape[1] + c] : 0;
  });
};

function window(
  [rows, columns]: readonly number[],
  value: (row: number, column: number) => number,
): Array64 {
  const data = Float64Array.from({ length: rows * columns }, (_, at) =>
    value(Math.floor(at / columns), at % columns),
  );
  return { shape: [rows, columns], data };
}

const operations: Readonly<Record<string, Operation>> = {
  Identity: ([value]) => value,
  Abs: unary(Math.abs),
  Neg: unary((x) => -x),
  Sin: unary(Math.sin),
  Cos: unary(Math.cos),
  Exp: unary(Math.exp),
  Tanh: unary(Math.tanh),
  Sqrt: unary(Math.sqrt),
  Sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  Elu: unary((x) => (x > 0 ? x : Math.expm1(x))),
  Sign: unary(Math.sign),
  Add: binary((x, y) => x + y),
  Sub: binary((x, y) => x - y),
  Mul: binary((x, y) => x * y),
  Div: binary((x, y) => x / y),
  Min: binary(Math.min),
  Greater: binary((x, y) => Number(x > y)),
  GreaterOrEqual: binary((x, y) => Number(x >= y)),
  LessOrEqual: binary((x, y) => Number(x <= y)),
  Less: binary((x, y) => Number(x < y)),
  Cast: ([value]) => value,
  Where: ([condition, yes, no]) => {
    const chosen = binary((x, y) => (x ? y : NaN))([condition, yes], {});
    return binary((x, y) => (Number.isNaN(x) ? y : x))([chosen, no], {});
  },
  Expand: ([value, shape]) =>
    binary((x) => x)(
      [value, { shape: [...shape.data], data: new Float64Array(size([...shape.data])) }],
      {},
    ),
  Reshape: ([{ data }, shape]) => ({ shape: [...shape.data], data }),
  Gemm: gemm,
  MatMul: (given) => gemm(given, { transA: 0, transB: 0 }),
  ReduceSum: reduce(false),
  ReduceMean: reduce(true),
  Concat: concatColumns,
  Slice: slice,
  Pad: pad,
};
