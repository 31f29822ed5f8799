import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';

/** One input of a drawn case: float32 numbers in [low, high), or integers of that range. */
export interface Drawn {
  readonly shape: readonly number[];
  readonly low: number;
  readonly high: number;
  readonly type?: 'float32' | 'int32';
}

/** An operation with inputs of fixed shapes. */
export interface Case {
  readonly inputs: readonly Drawn[];
  apply(...tensors: tf.Tensor[]): tf.Tensor | tf.Tensor[];
  /** The same from other operations, for tfjs-cpu, where its own gradient of this one is wrong. */
  readonly reference?: Apply;
}

/** One row of the table: how to draw a case, and whether its gradient is compared too. */
export interface Operation {
  readonly name: string;
  readonly gradient: boolean;
  draw(random: RandomStream): Case;
}

type Apply = (...tensors: tf.Tensor[]) => tf.Tensor | tf.Tensor[];

export interface Domain {
  readonly low?: number;
  readonly high?: number;
  readonly gradient?: boolean;
  readonly type?: 'float32' | 'int32';
}

/** Rank 1 to 4, every extent 1, 2, 3 or 5. */
export function anyShape(random: RandomStream, least = 1, most = 4): number[] {
  const rank = least + random.integer(most - least + 1);
  return Array.from({ length: rank }, () => [1, 2, 3, 5][random.integer(4)]);
}

/** A shape that broadcasts against `shape`: some axes 1, some leading axes missing. */
export function broadcastable(random: RandomStream, shape: readonly number[]): number[] {
  const from = random.integer(3) === 0 ? random.integer(shape.length + 1) : 0;
  return shape.slice(from).map((extent) => (random.integer(3) === 0 ? 1 : extent));
}

/** An operation of one tensor of any shape. */
export function unary(name: string, apply: Apply, domain: Domain = {}): Operation {
  const { low = -3, high = 3, gradient = true, type = 'float32' } = domain;
  return {
    name,
    gradient,
    draw: (random) => ({ inputs: [{ shape: anyShape(random), low, high, type }], apply }),
  };
}

/** An operation of two tensors that broadcast against each other. */
export function binary(name: string, apply: Apply, domain: Domain = {}): Operation {
  const { low = -3, high = 3, gradient = true, type = 'float32' } = domain;
  return {
    name,
    gradient,
    draw: (random) => {
      const whole = anyShape(random);
      const pair = [whole, broadcastable(random, whole)];
      if (random.integer(2) === 0) pair.reverse();
      return { inputs: pair.map((shape) => ({ shape, low, high, type })), apply };
    },
  };
}

/** An operation of several tensors of one shape. */
export function alike(name: string, count: number, apply: Apply, domain: Domain = {}): Operation {
  const { low = -3, high = 3, gradient = true } = domain;
  return {
    name,
    gradient,
    draw: (random) => {
      const shape = anyShape(random);
      return { inputs: Array.from({ length: count }, () => ({ shape, low, high })), apply };
    },
  };
}

/** An operation along axes; `apply` gets some of the axes of x, in order. */
export function along(
  name: string,
  apply: (x: tf.Tensor, axes: number[], keep: boolean) => tf.Tensor | tf.Tensor[],
  domain: Domain = {},
): Operation {
  const { low = -2, high = 2, gradient = true, type = 'float32' } = domain;
  return {
    name,
    gradient,
    draw: (random) => {
      const shape = anyShape(random, 1, 4);
      const chosen = shape.map((_, axis) => axis).filter(() => random.integer(2) === 0);
      const axes = chosen.length > 0 ? chosen : [random.integer(shape.length)];
      const keep = random.integer(2) === 0;
      return { inputs: [{ shape, low, high, type }], apply: (x) => apply(x, axes, keep) };
    },
  };
}

/** An operation whose shapes depend on each other. */
export function drawn(
  name: string,
  draw: (random: RandomStream) => Case,
  gradient = true,
): Operation {
  return { name, gradient, draw };
}

/** A float32 input in [−2, 2). */
export function real(...shape: number[]): Drawn {
  return { shape, low: -2, high: 2 };
}

/** An int32 input in [0, below). */
export function index(below: number, ...shape: number[]): Drawn {
  return { shape, low: 0, high: below, type: 'int32' };
}
