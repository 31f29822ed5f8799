/** z1 … zk, and for a system of second order v1 … vk besides. */
export function latentVariables(dimension: number, order: 1 | 2): string[] {
  const named = (letter: string): string[] =>
    Array.from({ length: dimension }, (_, index) => `${letter}${index + 1}`);
  return order === 1 ? named('z') : [...named('z'), ...named('v')];
}
