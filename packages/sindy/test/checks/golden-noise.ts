/** The uniform numbers of the golden recipes: s ← 1664525 s + 1013904223 mod 2³², u = s/2³². */
export function lcgUniform(count: number, seed: number): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  });
}

/** Normal numbers by Box–Muller on consecutive pairs of {@link lcgUniform}. */
export function lcgNormal(count: number, seed: number): Float64Array {
  const uniform = lcgUniform(count + (count % 2), seed);
  return Float64Array.from({ length: count }, (_, at) => {
    const pair = at - (at % 2);
    const radius = Math.sqrt(-2 * Math.log(uniform[pair]));
    const angle = 2 * Math.PI * uniform[pair + 1];
    return radius * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}
