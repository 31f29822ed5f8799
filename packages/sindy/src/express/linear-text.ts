/** Writes Σ weightsⱼ·namesⱼ + shift without spaces around the signs, e.g. `x-2 y+1`. */
export function linearText(
  names: readonly string[],
  weights: readonly number[],
  shift: number,
): string {
  let text = '';
  names.forEach((name, index) => {
    const weight = weights[index];
    if (weight === 0) return;
    const sign = weight < 0 ? '-' : text === '' ? '' : '+';
    text += sign + (Math.abs(weight) === 1 ? name : `${Math.abs(weight)} ${name}`);
  });
  if (shift === 0) return text || '0';
  return `${text}${shift < 0 ? '-' : text === '' ? '' : '+'}${Math.abs(shift)}`;
}
