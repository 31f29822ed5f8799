import type { Tensor2D } from '@tensorflow/tfjs';
import { invalidArgument, type TensorTable } from '@noether/contracts';
import type { CompiledFunction, Engine, LayerScope } from '@noether/compute';

/** Rows that one call of the compiled function takes: at most so many, and so many numbers. */
const MOST_ROWS = 2048;
const MOST_NUMBERS = 2 ** 20;

/** A map of rows to rows: what its arguments are called, how wide they are, and its value. */
export interface RowMap {
  /** Name, for messages, and row width of each argument. */
  readonly arguments: readonly (readonly [name: string, width: number])[];
  readonly outputWidth: number;
  evaluate(rows: readonly Tensor2D[], scope: LayerScope): Tensor2D;
}

/** Takes any number of rows, the same number for each argument. */
export type RowFunction = (...inputs: Float64Array[]) => Promise<Float64Array>;

/**
 * Makes a row map a function with the given weights, compiled for the engine when it is first called
 * and fed in chunks of equal size, the last one filled up with rows whose results are dropped.
 */
export function rowFunction(engine: Engine, weights: TensorTable, map: RowMap): RowFunction {
  const arrays = Object.fromEntries(
    Object.entries(weights).map(([name, { data }]) => [name, Float32Array.from(data)]),
  );
  let compiled: Promise<CompiledFunction> | undefined;
  return async (...inputs) => {
    const rows = countRows(inputs, map);
    compiled ??= compile(engine, weights, map);
    const { run } = await compiled;
    const size = chunkOf(map);
    const chunks = map.arguments.map(([, width]) => new Float32Array(size * width));
    const feeds = Object.fromEntries(chunks.map((chunk, index) => [feedName(index), chunk]));
    const result = new Float32Array(size * map.outputWidth);
    const output = new Float64Array(rows * map.outputWidth);
    for (let from = 0; from < rows; from += size) {
      const count = Math.min(size, rows - from);
      map.arguments.forEach(([, width], index) =>
        chunks[index].set(inputs[index].subarray(from * width, (from + count) * width)),
      );
      await run({ ...arrays, ...feeds }, { result });
      output.set(result.subarray(0, count * map.outputWidth), from * map.outputWidth);
    }
    return output;
  };
}

function chunkOf(map: RowMap): number {
  const widest = Math.max(map.outputWidth, ...map.arguments.map(([, width]) => width));
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_NUMBERS / widest)));
}

function feedName(index: number): string {
  return `rows${index}`;
}

function compile(engine: Engine, weights: TensorTable, map: RowMap): Promise<CompiledFunction> {
  const size = chunkOf(map);
  const feeds = map.arguments.map(([, width], index) => [
    feedName(index),
    { shape: [size, width] },
  ]);
  const shapes = Object.entries(weights).map(([name, { shape }]) => [name, { shape }]);
  return engine.compile(
    (tensors) => {
      const scope = { parameters: tensors, state: tensors, nextState: {}, training: false };
      const rows = map.arguments.map((_, index) => tensors[feedName(index)] as Tensor2D);
      return { result: map.evaluate(rows, scope) };
    },
    Object.fromEntries([...shapes, ...feeds]) as Record<string, { shape: readonly number[] }>,
  );
}

function countRows(inputs: readonly Float64Array[], map: RowMap): number {
  const [, firstWidth] = map.arguments[0];
  const rows = Math.floor(inputs[0].length / firstWidth);
  map.arguments.forEach(([name, width], index) => {
    if (inputs[index].length !== rows * width) {
      const wanted = index === 0 ? `rows of ${width} values` : `${rows} rows of ${width} values`;
      throw invalidArgument(name, inputs[index], `expected ${wanted}`);
    }
  });
  return rows;
}
