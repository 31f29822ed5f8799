/**
 * A zero of a continuous function between `a` and `b`, to the resolution of the numbers, by the
 * method of Ridders (IEEE Trans. Circuits Syst. 26, 1979). The signs at the ends differ, or one of the
 * values is zero.
 */
export function findZero(f: (x: number) => number, a: number, b: number): number {
  let [low, high] = [a, b];
  let [atLow, atHigh] = [f(low), f(high)];
  if (atLow === 0) return low;
  if (atHigh === 0 || atLow > 0 === atHigh > 0) return high;
  for (let iteration = 0; iteration < 100; iteration++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    const atMiddle = f(middle);
    if (atMiddle === 0) return middle;
    const root = Math.sqrt(atMiddle * atMiddle - atLow * atHigh);
    const shift = (Math.sign(atLow - atHigh) * (middle - low) * atMiddle) / root;
    const better = Number.isFinite(shift) ? middle + shift : middle;
    const atBetter = f(better);
    if (atBetter === 0) return better;
    for (const [x, value] of [
      [middle, atMiddle],
      [better, atBetter],
    ]) {
      if ((x - low) * (x - high) >= 0) continue;
      if (value > 0 === atLow > 0) [low, atLow] = [x, value];
      else [high, atHigh] = [x, value];
    }
  }
  return Math.abs(atLow) < Math.abs(atHigh) ? low : high;
}
