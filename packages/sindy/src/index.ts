export type { EquationData } from './equation-data.js';
export { equationSystem } from './equation-system.js';
export { fitEquations, type FitOptions } from './fit-equations.js';
export type { Library } from './library/library.js';
export { polynomialLibrary, type PolynomialOptions } from './library/polynomial.js';
export { stlsq, type StlsqOptions, type StlsqResult } from './regress/stlsq.js';
