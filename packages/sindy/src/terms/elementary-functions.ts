import type { ElementaryFunction } from './elementary-function.js';

const named = (
  name: string,
  evaluate: (argument: number) => number,
  derivative: (argument: number) => number,
  latex: (argument: string) => string = (argument) => `\\${name}\\left(${argument}\\right)`,
  javascript: (argument: string) => string = (argument) => `Math.${name}(${argument})`,
): ElementaryFunction => Object.freeze({ name, evaluate, derivative, latex, javascript });

/** The functions that every stored equation may name: sin, cos, tan, exp, log, sqrt, tanh, abs, reciprocal. */
export const elementaryFunctions: readonly ElementaryFunction[] = Object.freeze([
  named('sin', Math.sin, Math.cos),
  named('cos', Math.cos, (x) => -Math.sin(x)),
  named('tan', Math.tan, (x) => 1 / Math.cos(x) ** 2),
  named('exp', Math.exp, Math.exp, (x) => `e^{${x}}`),
  named('log', Math.log, (x) => 1 / x),
  named(
    'sqrt',
    Math.sqrt,
    (x) => 0.5 / Math.sqrt(x),
    (x) => `\\sqrt{${x}}`,
  ),
  named('tanh', Math.tanh, (x) => 1 - Math.tanh(x) ** 2),
  named('abs', Math.abs, Math.sign, (x) => `\\left|${x}\\right|`),
  named(
    'reciprocal',
    (x) => 1 / x,
    (x) => -1 / (x * x),
    (x) => `\\frac{1}{${x}}`,
    (x) => `(1 / (${x}))`,
  ),
]);
