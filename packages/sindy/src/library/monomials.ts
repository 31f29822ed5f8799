/**
 * The exponents of all monomials in `variables` variables of total degree `lowest` … `degree`, graded
 * by total degree and within a degree lexicographic (x², xy, y²): the order of scikit-learn and pysindy.
 */
export function monomials(variables: number, degree: number, lowest: number): number[][] {
  const list: number[][] = [];
  const exponents = new Array<number>(variables).fill(0);
  const place = (variable: number, left: number): void => {
    if (variable === variables - 1) {
      exponents[variable] = left;
      list.push(exponents.slice());
      return;
    }
    for (let power = left; power >= 0; power--) {
      exponents[variable] = power;
      place(variable + 1, left - power);
    }
  };
  for (let total = lowest; total <= degree; total++) place(0, total);
  return list;
}
