import type { RunRecord, Verdict } from '@noether/contracts';
import { median } from '@noether/numerics';
import type { Summary, SummaryQuantity, SummaryRow } from './run-types.js';

/** What the runs of several seeds have in common and how the others failed. */
export function summarise(preset: string, records: readonly RunRecord[]): Summary {
  const rows = records.map(rowOf);
  const found = rows.filter(({ status }) => status === 'discovered');
  const failures: Partial<Record<Verdict, number[]>> = {};
  for (const { status, seed } of rows) {
    if (status !== 'discovered') (failures[status] ??= []).push(seed);
  }
  const over = (quantity: SummaryQuantity): number | null => {
    const values = found.flatMap((row) => row[quantity] ?? []);
    return values.length === 0 ? null : median(values);
  };
  return {
    kind: 'summary',
    preset,
    runs: rows.length,
    discovered: found.length,
    successRate: found.length / rows.length,
    medians: {
      seconds: over('seconds'),
      omega: over('omega'),
      realToImaginary: over('realToImaginary'),
      meanCosine: over('meanCosine'),
      generatorBce: over('generatorBce'),
      invarianceRatio: over('invarianceRatio'),
      relativeMse: over('relativeMse'),
      lowestR2: over('lowestR2'),
      validTime: over('validTime'),
    },
    failures,
    rows,
  };
}

function rowOf(record: RunRecord): SummaryRow {
  const { seed, status, reason, seconds, symmetry, reconstruction, equations, forecast } = record;
  return {
    seed,
    status,
    reason,
    report: `seed-${seed}/report.html`,
    seconds: seconds.total,
    omega: finite(symmetry.omega),
    realToImaginary: finite(symmetry.realToImaginary),
    meanCosine: finite(symmetry.meanCosine),
    generatorBce: finite(symmetry.bce.generator),
    invarianceRatio: finite(symmetry.invariance?.ratio),
    relativeMse: finite(reconstruction.relativeMse),
    lowestR2: finite(Math.min(...equations.r2)),
    validTime: finite(forecast.validTime),
  };
}

function finite(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
