/** How often a derivative differentiates along each axis. */
export type DerivativeIndex = readonly number[];

/** All derivatives of order 1 … `order`, graded: (1,0), (0,1), (2,0), (1,1), (0,2), … */
export function derivativeIndices(axes: number, order: number): DerivativeIndex[] {
  const list: DerivativeIndex[] = [];
  for (let total = 1; total <= order; total++) {
    if (axes === 1) list.push([total]);
    else for (let first = total; first >= 0; first--) list.push([first, total - first]);
  }
  return list;
}

/** Names of the derivatives of all fields: `u_x`, `v_x`, `u_y`, `v_y`, `u_xx`, `v_xx`, `u_xy`, … */
export function derivativeNames(
  fields: readonly string[],
  axes: readonly string[],
  order: number,
): string[] {
  return derivativeIndices(axes.length, order).flatMap((index) => {
    const suffix = index.map((times, axis) => axes[axis].repeat(times)).join('');
    return fields.map((field) => `${field}_${suffix}`);
  });
}
