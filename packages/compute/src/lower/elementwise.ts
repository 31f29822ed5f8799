import type { ElementType, GraphBuilder } from '../trace/graph.js';
import { broadcastShapes, sameShape, symbol, uniformValue } from '../trace/symbol.js';
import type { SymbolicTensor } from '../trace/symbol.js';
import { alongSource, arranged, commonSource } from './layout.js';
import type { Lowering, LoweringTable } from './lowering.js';

type Formula = (builder: GraphBuilder, ...values: string[]) => string;

/**
 * An element-wise operation on broadcast values; stays broadcast where its inputs are. After a
 * convolution it works in the layout of the convolution, and the transposition comes after it.
 */
export function elementwise(
  builder: GraphBuilder,
  formula: Formula,
  tensors: readonly SymbolicTensor[],
  type: ElementType = tensors[0].type,
): SymbolicTensor {
  const shape = broadcastShapes(...tensors.map((tensor) => tensor.shape));
  const source = commonSource(tensors, shape);
  if (source) {
    const values = tensors.map((tensor) => alongSource(builder, tensor, source));
    return arranged(builder, { ...source, value: formula(builder, ...values) }, type);
  }
  return symbol(
    formula(builder, ...tensors.map((tensor) => tensor.value)),
    shape,
    type,
    broadcastShapes(...tensors.map((tensor) => tensor.stored)),
  );
}

const op =
  (name: string): Formula =>
  (builder, ...values) =>
    builder.node(name, values);

const unary =
  (formula: Formula, type?: ElementType): Lowering =>
  (builder, inputs) =>
    elementwise(builder, formula, [inputs.x], type);

const binary =
  (formula: Formula, type?: ElementType): Lowering =>
  (builder, inputs) =>
    elementwise(builder, formula, [inputs.a, inputs.b], type);

const f = (builder: GraphBuilder, value: number): string => builder.scalar(value);

const castCodes: Readonly<Record<string, number>> = { float32: 1, int32: 6, bool: 9 };

/** Near the largest float32: the product with any normal number above 1e-38 exceeds 1. */
const STEEPEST = 3e38;

const step: Lowering = (builder, { x }, attributes) => {
  const below = Number(attributes.alpha ?? 0);
  const mask: Formula = (_, value) => {
    const relu = builder.find('Relu', [value]);
    if (below === 0 && x.type === 'float32') {
      // max(0, min(1, αx)) with an α beyond all numbers but the smallest: one vectorised pass.
      return builder.node('HardSigmoid', [relu ?? value], {
        alpha: { float: STEEPEST },
        beta: { float: 0 },
      });
    }
    const positive = builder.node('Greater', [relu ?? value, builder.scalar(0, x.type)]);
    return below === 0
      ? builder.node('Cast', [positive], { to: castCodes[x.type] })
      : builder.node('Where', [positive, builder.scalar(1, x.type), builder.scalar(below, x.type)]);
  };
  return elementwise(builder, mask, [x]);
};

/** An operation with a neutral element (x·1, x + 0), which is left out. */
const withNeutral =
  (name: string, neutral: number): Lowering =>
  (builder, { a, b }) => {
    for (const [constant, other] of [
      [a, b],
      [b, a],
    ]) {
      if (uniformValue(builder, constant) === neutral) {
        const shape = broadcastShapes(a.shape, b.shape);
        return sameShape(shape, other.shape)
          ? other
          : symbol(other.value, shape, other.type, other.stored);
      }
    }
    return elementwise(builder, op(name), [a, b]);
  };

const addN: Lowering = (builder, inputs) => {
  const tensors = Object.values(inputs);
  return tensors.reduce((sum, tensor) => elementwise(builder, op('Add'), [sum, tensor]));
};

const cast: Lowering = (builder, { x }, attributes) => {
  const type = attributes.dtype as ElementType;
  if (type === x.type) return x;
  const to = castCodes[type];
  return elementwise(builder, (b, value) => b.node('Cast', [value], { to }), [x], type);
};

// onnxruntime's Where takes no booleans.
const chooseBoolean: Formula = (b, condition, t, e) =>
  b.node('Or', [b.node('And', [condition, t]), b.node('And', [b.node('Not', [condition]), e])]);

const select: Lowering = (builder, { condition, t, e }) =>
  elementwise(builder, t.type === 'bool' ? chooseBoolean : op('Where'), [condition, t, e], t.type);

const clip =
  (bounds: (attributes: Readonly<Record<string, unknown>>) => readonly unknown[]): Lowering =>
  (builder, { x }, attributes) => {
    const limits = bounds(attributes).map((limit) => builder.scalar(Number(limit), x.type));
    return elementwise(builder, (b, value) => b.node('Clip', [value, ...limits]), [x]);
  };

const modulo: Lowering = (builder, { a, b }) => {
  const real: Formula = (_, x, y) =>
    builder.node('Sub', [x, builder.node('Mul', [floorDivide(builder, x, y), y])]);
  return elementwise(builder, a.type === 'int32' ? op('Mod') : real, [a, b]);
};

/** atan(y/x), half a turn further where x < 0; ±π/2 or 0 where x = 0. */
const atan2: Formula = (b, y, x) => {
  const onAxis = b.node('Equal', [x, f(b, 0)]);
  const safe = b.node('Where', [onAxis, f(b, 1), x]);
  const turn = b.node('Where', [b.node('Less', [y, f(b, 0)]), f(b, -Math.PI), f(b, Math.PI)]);
  const angle = b.node('Add', [
    b.node('Atan', [b.node('Div', [y, safe])]),
    b.node('Where', [b.node('Less', [x, f(b, 0)]), turn, f(b, 0)]),
  ]);
  return b.node('Where', [onAxis, b.node('Mul', [b.node('Sign', [y]), f(b, Math.PI / 2)]), angle]);
};

const floorDivide: Formula = (b, x, y) => b.node('Floor', [b.node('Div', [x, y])]);

const floorDivideTyped: Lowering = (builder, { a, b }) => {
  if (a.type === 'float32') return elementwise(builder, floorDivide, [a, b]);
  const real = (value: string): string => builder.node('Cast', [value], { to: 1 });
  return elementwise(
    builder,
    (_, x, y) => builder.node('Cast', [floorDivide(builder, real(x), real(y))], { to: 6 }),
    [a, b],
  );
};

const eluGradient: Lowering = (builder, { dy, y }) =>
  elementwise(
    builder,
    (b, upstream, value) =>
      b.node('Where', [
        b.node('GreaterOrEqual', [value, f(b, 0)]),
        upstream,
        b.node('Mul', [upstream, b.node('Add', [value, f(b, 1)])]),
      ]),
    [dy, y],
  );

const same = [
  'Abs', 'Acos', 'Acosh', 'Asin', 'Asinh', 'Atan', 'Atanh', 'Ceil', 'Cos', 'Cosh', 'Elu', 'Erf',
  'Exp', 'Floor', 'Log', 'Neg', 'Reciprocal', 'Relu', 'Round', 'Sigmoid', 'Sign', 'Sin', 'Sinh',
  'Softplus', 'Sqrt', 'Tan', 'Tanh',
]; // prettier-ignore

const compare: Readonly<Record<string, string>> = {
  Equal: 'Equal',
  Greater: 'Greater',
  GreaterEqual: 'GreaterOrEqual',
  Less: 'Less',
  LessEqual: 'LessOrEqual',
  LogicalAnd: 'And',
  LogicalOr: 'Or',
};

const arithmetic: Readonly<Record<string, string>> = {
  Sub: 'Sub',
  RealDiv: 'Div',
  Maximum: 'Max',
  Minimum: 'Min',
  Pow: 'Pow',
};

const table = (names: Readonly<Record<string, string>>, type?: ElementType): LoweringTable =>
  Object.fromEntries(
    Object.entries(names).map(([kernel, name]) => [kernel, binary(op(name), type)]),
  );

/** Element-wise kernels. */
export const elementwiseLowerings: LoweringTable = {
  ...Object.fromEntries(same.map((name) => [name, unary(op(name))])),
  ...table(compare, 'bool'),
  ...table(arithmetic),
  Add: withNeutral('Add', 0),
  AddN: addN,
  Cast: cast,
  Atan2: binary(atan2),
  ClipByValue: clip(({ clipValueMin, clipValueMax }) => [clipValueMin, clipValueMax]),
  DivNoNan: binary((b, x, y) =>
    b.node('Where', [b.node('Equal', [y, f(b, 0)]), f(b, 0), b.node('Div', [x, y])]),
  ),
  EluGrad: eluGradient,
  // expm1(x) = tanh(x/2)·(eˣ + 1) keeps its digits near zero, where eˣ − 1 loses them.
  Expm1: unary((b, x) =>
    b.node('Mul', [
      b.node('Tanh', [b.node('Mul', [x, f(b, 0.5)])]),
      b.node('Add', [b.node('Exp', [x]), f(b, 1)]),
    ]),
  ),
  FloorDiv: floorDivideTyped,
  IsFinite: unary(
    (b, x) => b.node('Not', [b.node('Or', [b.node('IsNaN', [x]), b.node('IsInf', [x])])]),
    'bool',
  ),
  IsInf: unary(op('IsInf'), 'bool'),
  IsNan: unary(op('IsNaN'), 'bool'),
  LeakyRelu: (builder, { x }, { alpha }) =>
    elementwise(
      builder,
      (b, value) => b.node('LeakyRelu', [value], { alpha: { float: Number(alpha) } }),
      [x],
    ),
  // log1p(x) = 2·atanh(x/(2 + x)) keeps its digits near zero.
  Log1p: unary((b, x) =>
    b.node('Mul', [f(b, 2), b.node('Atanh', [b.node('Div', [x, b.node('Add', [x, f(b, 2)])])])]),
  ),
  LogicalNot: unary(op('Not'), 'bool'),
  Mod: modulo,
  Multiply: withNeutral('Mul', 1),
  NotEqual: binary((b, x, y) => b.node('Not', [b.node('Equal', [x, y])]), 'bool'),
  Prelu: (builder, { x, alpha }) =>
    elementwise(
      builder,
      (b, value, slope) =>
        b.node('Where', [
          b.node('GreaterOrEqual', [value, f(b, 0)]),
          value,
          b.node('Mul', [slope, value]),
        ]),
      [x, alpha],
    ),
  Relu6: clip(() => [0, 6]),
  Rsqrt: unary((b, x) => b.node('Reciprocal', [b.node('Sqrt', [x])])),
  Select: select,
  Selu: unary((b, x) =>
    b.node('Selu', [x], {
      alpha: { float: 1.6732632423543772 },
      gamma: { float: 1.0507009873554805 },
    }),
  ),
  Square: unary((b, x) => b.node('Mul', [x, x])),
  SquaredDifference: binary((b, x, y) => {
    const difference = b.node('Sub', [x, y]);
    return b.node('Mul', [difference, difference]);
  }),
  Step: step,
};
