import { NoetherError, type Trajectories, type Trajectory } from '@noether/contracts';
import type { EquationData } from '../equation-data.js';
import { differentiate } from './differentiate.js';
import { joinedRows } from './joined-rows.js';
import { byFiniteDifferences, type VelocityMethod } from './velocity-method.js';

/**
 * The rows of all trajectories with their velocities, for `fitEquations`: those that a trajectory brings,
 * else those that `method` makes; no difference reaches from one trajectory into the next. Inputs follow
 * the states, weights go along. Of a recording cut at gaps, pieces too short for the method are left out and
 * counted in `gaps.short`.
 * @throws NoetherError that names the trajectory for which the method fails, as when it is too short
 */
export function equationDataOf(
  data: Trajectories,
  method: VelocityMethod = byFiniteDifferences(),
): EquationData {
  const d = data.names.length;
  const tooShort: { readonly rows: number; readonly fault: NoetherError }[] = [];
  const parts = data.items.flatMap((item, index): RowPart[] => {
    try {
      return [rowPart(item, index, d, method)];
    } catch (fault) {
      const isShort = fault instanceof NoetherError && fault.code === 'not-differentiable';
      if (!data.gaps || !isShort) throw fault;
      tooShort.push({ rows: item.times.length, fault });
      return [];
    }
  });
  if (!data.gaps || tooShort.length === 0) return joinParts(data, parts);
  if (parts.length === 0) throw tooShort[0].fault;
  const short = tooShort.reduce((sum, { rows }) => sum + rows, data.gaps.short);
  return joinParts({ ...data, gaps: { ...data.gaps, short } }, parts);
}

function rowPart(item: Trajectory, index: number, d: number, method: VelocityMethod): RowPart {
  const made = item.velocities
    ? { states: item.states, velocities: item.velocities }
    : differentiate(method, item, index, d);
  return {
    states: joinedRows({ ...item, states: made.states }),
    velocities: made.velocities,
    weights: weightsOf(item, item.times.length),
  };
}

/** Rows of one trajectory for a regression. */
export interface RowPart {
  readonly states: Float64Array;
  readonly velocities: Float64Array;
  readonly weights: Float64Array;
}

/** The first `rows` weights of a trajectory, 1 where none are given. */
export function weightsOf({ weights }: Trajectory, rows: number): Float64Array {
  return weights ? weights.subarray(0, rows) : new Float64Array(rows).fill(1);
}

/** The rows of all parts one after the other; weights only when some trajectory has them. */
export function joinParts(data: Trajectories, parts: readonly RowPart[]): EquationData {
  const join = (key: keyof RowPart): Float64Array => {
    const all = new Float64Array(parts.reduce((sum, part) => sum + part[key].length, 0));
    let offset = 0;
    for (const part of parts) {
      all.set(part[key], offset);
      offset += part[key].length;
    }
    return all;
  };
  return {
    names: data.names,
    ...(data.inputs ? { inputs: data.inputs.names } : {}),
    ...(data.gaps ? { gaps: data.gaps } : {}),
    states: join('states'),
    velocities: join('velocities'),
    ...(data.items.some(({ weights }) => weights) ? { weights: join('weights') } : {}),
  };
}
