/** Entries of a basis vector this much smaller than its largest are the rounding of who computed it. */
const ROUNDING = 1e-13;

/**
 * The same linear space of coefficients in other units, Ξ = units · Ξ′: orthonormal rows vec Ξ′. The rows are
 * first brought to echelon form, which tells entries that are zero from small ones.
 * @param space rows vec Ξ, row-major dimension × units.length
 */
export function spaceInUnits(space: Float64Array, units: Float64Array): Float64Array {
  const size = units.length;
  const rows = Array.from({ length: space.length / size }, (_, row) =>
    space.slice(row * size, (row + 1) * size),
  );
  const exact = echelon(rows).map((row) =>
    row.map((value, at) => (Math.abs(value) > ROUNDING * largestOf(row) ? value / units[at] : 0)),
  );
  const basis = orthonormal(echelon(exact));
  return Float64Array.from(basis.flatMap((row) => [...row]));
}

/** Gauss–Jordan elimination with the largest entry of the rows left as pivot; dependent rows are left out. */
function echelon(rows: readonly Float64Array[]): Float64Array[] {
  const left = rows.map((row) => scaled(row, largestOf(row)));
  const done: Float64Array[] = [];
  while (left.length > 0) {
    const peaks = left.map(largestOf);
    const peak = Math.max(...peaks);
    if (peak <= ROUNDING) break;
    const [row] = left.splice(peaks.indexOf(peak), 1);
    const pivot = row.findIndex((value) => Math.abs(value) === peak);
    const unit = scaled(row, row[pivot]);
    for (const other of [...left, ...done]) {
      const factor = other[pivot];
      if (factor === 0) continue;
      for (let at = 0; at < other.length; at++) other[at] -= factor * unit[at];
      other[pivot] = 0;
    }
    done.push(unit);
  }
  return done;
}

/** Gram–Schmidt, twice. */
function orthonormal(rows: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const row of rows) {
    const own = scaled(row, Math.hypot(...row));
    for (let round = 0; round < 2; round++) {
      for (const other of basis) {
        const product = own.reduce((sum, value, at) => sum + value * other[at], 0);
        for (let at = 0; at < own.length; at++) own[at] -= product * other[at];
      }
    }
    basis.push(scaled(own, Math.hypot(...own)));
  }
  return basis;
}

function scaled(row: Float64Array, by: number): Float64Array {
  return by === 0 ? row.slice() : row.map((value) => value / by);
}

function largestOf(row: Float64Array): number {
  return row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
