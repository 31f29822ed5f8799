import type { EquationShape } from '../equation-data.js';

/** What an equation gives, as printed: `dx/dt`, or `x[k+1]` of a map. */
export function leftSide(variable: string, discrete: boolean): string {
  return discrete ? `${variable}[k+1]` : `d${variable}/dt`;
}

/** The left sides of all equations. */
export function leftSides({ names, discrete = false }: EquationShape): readonly string[] {
  return names.map((name) => leftSide(name, discrete));
}
