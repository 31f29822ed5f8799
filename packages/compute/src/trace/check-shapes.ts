import { sizeOf } from '@noether/contracts';
import { sliceBounds } from '../lower/slice-bounds.js';
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

const slice: Check = ({ x }, attributes) => {
  const bounds = sliceBounds(x.shape, attributes);
  const axis = bounds.findIndex(({ from, to }, at) => from < 0 || to < from || to > x.shape[at]);
  if (axis < 0) return undefined;
  const { from, to } = bounds[axis];
  return `${from} to ${to} does not lie in the ${x.shape[axis]} entries of axis ${axis}`;
};

const transpose: Check = ({ x }, attributes) => {
  const perm = attributes.perm as readonly number[];
  const all = x.shape.every((_, axis) => perm.includes(axis));
  return all ? undefined : `[${perm.join(', ')}] does not name every axis once`;
};

/** What tfjs leaves to the kernels of its back-ends to check. */
const CHECKS: Readonly<Record<string, Check>> = {
  BatchMatMul: matMul,
  Concat: concat,
  Reshape: reshape,
  Slice: slice,
  Transpose: transpose,
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
