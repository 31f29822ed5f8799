/** What an equation gives, as printed: `dx/dt`, or `x[k+1]` of a map. */
export function leftSide(variable: string, discrete: boolean): string {
  return discrete ? `${variable}[k+1]` : `d${variable}/dt`;
}
