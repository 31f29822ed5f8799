/** A quantity with its unit as an axis title, e.g. `angle [rad]`. */
export function axisLabel(name: string, unit: string | undefined): string {
  return unit ? `${name} [${unit}]` : name;
}
