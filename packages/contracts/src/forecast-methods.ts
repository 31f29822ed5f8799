/** How the methods of a forecast are called, by their keys in `baselines`, in the order they are shown. */
export const forecastMethodNames: Readonly<Record<string, string>> = Object.freeze({
  equivariant: 'equivariant SINDy',
  'sindy-autoencoder': 'SINDy autoencoder',
  sindy: 'SINDy alone',
  'neural-ode': 'neural ODE',
  dmd: 'DMD',
  map: 'quadratic map',
  persistence: 'persistence',
});

/** The keys of some methods in the order of {@link forecastMethodNames}, others after them. */
export function inMethodOrder(keys: readonly string[]): string[] {
  const order = Object.keys(forecastMethodNames);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...keys].sort((a, b) => place(a) - place(b));
}
