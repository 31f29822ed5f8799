/** Labels of a logarithmic axis as a Vega expression: 10⁻⁴ for powers of ten, else 2e-4; plain from 0.01 to 100. */
export const POWERS_OF_TEN: string = (() => {
  const powers = Array.from({ length: 33 }, (_, at) => at - 16);
  const raised = powers.map((power) => {
    const digits = Array.from(String(power), (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]);
    return `'${power}':'10${digits.join('')}'`;
  });
  const logarithm = 'log(datum.value)/LN10';
  const isPower = `abs(${logarithm}-round(${logarithm}))<1e-6`;
  const plain = 'datum.value>=0.0099&&datum.value<=101';
  return `${plain}?format(datum.value,'~g'):${isPower}?{${raised.join()}}[round(${logarithm})]:format(datum.value,'~e')`;
})();
