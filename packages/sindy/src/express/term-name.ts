/** A monomial as printed, e.g. `x^2 y`; `1` for the constant. */
export function termName(variables: readonly string[], exponents: readonly number[]): string {
  const factors = exponents.flatMap((power, variable) => {
    if (power === 0) return [];
    return [power === 1 ? variables[variable] : `${variables[variable]}^${power}`];
  });
  return factors.join(' ') || '1';
}
