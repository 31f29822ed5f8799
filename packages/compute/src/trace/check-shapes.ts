import { sizeOf } from '@noether/contracts';
import { broadcastShapes, type SymbolicTensor } from './symbol.js';

type Inputs = Readonly<Record<string, SymbolicTensor>>;
type Check = (inputs: Inputs, attributes: Readonly<Record<string, unknown>>) => string | undefined;

const matMul: Check = ({ a, b }, { transposeA, transposeB }) => {
  const left = a.shape.at(transposeA ? -2 : -1);
  const right = b.shape.at(transposeB ? -1 : -2);
  broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return left === right ? undefined : `the inner extents are ${left} and ${right}`;
};

const reshape: Check = ({ x }, attributes) => {
  const shape = attributes.shape as readonly number[];
  const size = sizeOf(x.shape);
  const fixed = sizeOf(shape.filter((extent) => extent !== -1));
  const fits = shape.includes(-1) ? size % fixed === 0 : size === fixed;
  return fits ? undefined : `${size} values do not fill [${shape.join(', ')}]`;
};

const concat: Check = (inputs, { axis }) => {
  const [first, ...others] = Object.values(inputs);
  const along = (Number(axis) + first.shape.length) % first.shape.length;
  const rest = ({ shape }: SymbolicTensor): string =>
    shape.map((extent, at) => (at === along ? '·' : extent)).join(', ');
  const other = others.find((tensor) => rest(tensor) !== rest(first));
  return other && `[${rest(first)}] and [${rest(other)}] do not fit together along axis ${along}`;
};

/** What tfjs leaves to the kernels of its back-ends to check. */
const CHECKS: Readonly<Record<string, Check>> = {
  BatchMatMul: matMul,
  Concat: concat,
  Reshape: reshape,
  _FusedMatMul: matMul,
};

/** @throws Error saying what about the shapes is wrong, where a back-end would have to find out */
export function checkShapes(
  kernel: string,
  inputs: Inputs,
  attributes: Readonly<Record<string, unknown>>,
): void {
  const problem = CHECKS[kernel]?.(inputs, attributes);
  if (problem !== undefined) throw new Error(problem);
}
