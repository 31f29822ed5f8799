import { NoetherError, sizeOf } from '@noether/contracts';
import type { InputSpec } from '../tensor-function.js';
import type { Arrays } from './engine.js';

type Shapes = Readonly<Record<string, readonly number[]>>;

/**
 * What every engine asks of the arrays of a step.
 * @throws NoetherError `unknown-port`, `missing-input`, `shape-changed`, `wrong-type`
 */
export function checkArrays(
  inputs: Readonly<Record<string, InputSpec>>,
  arrays: Arrays,
  outputs: Shapes,
  into: Readonly<Record<string, Float32Array>>,
): void {
  for (const [name, { shape, type = 'float32' }] of Object.entries(inputs)) {
    const array = arrays[name];
    if (array === undefined) {
      throw new NoetherError(`The input ${name} is missing.`, {
        code: 'missing-input',
        argument: name,
        hint: `It has the shape [${shape.join(', ')}].`,
      });
    }
    checkLength('input', name, array.length, shape);
    const wanted = type === 'int32' ? Int32Array : Float32Array;
    if (!(array instanceof wanted)) {
      throw new NoetherError(`The input ${name} is not a ${wanted.name}.`, {
        code: 'wrong-type',
        argument: name,
        hint: `It was declared as ${type}.`,
      });
    }
  }
  const unknown = Object.keys(arrays).find((name) => !(name in inputs));
  if (unknown !== undefined) throw unknownPort('input', unknown, Object.keys(inputs));
  for (const [name, array] of Object.entries(into)) {
    if (!(name in outputs)) throw unknownPort('output', name, Object.keys(outputs));
    checkLength('output', name, array.length, outputs[name]);
  }
}

function checkLength(kind: string, name: string, length: number, shape: readonly number[]): void {
  if (length === sizeOf(shape)) return;
  throw new NoetherError(
    `The ${kind} ${name} has ${length} values; the function was compiled for [${shape.join(', ')}].`,
    {
      code: 'shape-changed',
      argument: name,
      value: length,
      hint: 'Compile it again for other shapes, or leave a smaller last batch out.',
    },
  );
}

function unknownPort(kind: string, name: string, known: readonly string[]): NoetherError {
  return new NoetherError(`There is no ${kind} ${name}.`, {
    code: 'unknown-port',
    argument: name,
    hint: known.length === 0 ? `There are no ${kind}s.` : `Known are ${known.join(', ')}.`,
  });
}
