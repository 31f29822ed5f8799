export type { EquationData } from './equation-data.js';
export { equationSystem } from './equation-system.js';
export { fitEquations, type FitOptions } from './fit-equations.js';
export type { RunningEquations, SimulateOptions } from './running-equations.js';
export type { DerivativeScore } from './score.js';

export type { ElementaryFunction } from './terms/elementary-function.js';
export { elementaryFunctions } from './terms/elementary-functions.js';

export { concat } from './library/concat.js';
export { embed } from './library/embed.js';
export { fourierLibrary, type FourierOptions } from './library/fourier.js';
export {
  functionLibrary,
  type FunctionCandidate,
  type FunctionOptions,
} from './library/function.js';
export { identityLibrary } from './library/identity.js';
export type { Library } from './library/library.js';
export { polynomialLibrary, type PolynomialOptions } from './library/polynomial.js';
export { tensor } from './library/tensor.js';
export { termLibrary } from './library/term-library.js';

export { stlsq, type StlsqOptions, type StlsqResult } from './regress/stlsq.js';
