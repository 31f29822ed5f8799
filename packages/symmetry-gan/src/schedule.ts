/** Factor on every learning rate at a share 0 … 1 of training: 1 until `hold`, then a cosine to `final`. */
export function learningRateFactor(
  progress: number,
  schedule: { readonly hold: number; readonly final: number },
): number {
  const { hold, final } = schedule;
  if (progress <= hold || hold >= 1) return 1;
  const phase = (progress - hold) / (1 - hold);
  return final + (1 - final) * 0.5 * (1 + Math.cos(Math.PI * phase));
}
