type Kind = 'string' | 'number' | 'list' | 'object';

/** What every record has, whichever version wrote it. */
const REQUIRED: Readonly<Record<string, Kind>> = {
  status: 'string',
  reason: 'string',
  preset: 'string',
  seed: 'number',
  engine: 'string',
  'seconds.data': 'number',
  'seconds.training': 'number',
  'seconds.equations': 'number',
  'seconds.forecast': 'number',
  'seconds.total': 'number',
  'symmetry.generators': 'list',
  'symmetry.eigenvalues': 'list',
  'symmetry.omega': 'number',
  'symmetry.meanCosine': 'number',
  'symmetry.bce.generator': 'number',
  'symmetry.bce.real': 'number',
  'symmetry.bce.fake': 'number',
  'symmetry.latentRank': 'number',
  'reconstruction.relativeMse': 'number',
  'equations.text': 'list',
  'equations.latex': 'list',
  'equations.names': 'list',
  'equations.coefficients': 'list',
  'equations.r2': 'list',
  'forecast.times': 'list',
  'forecast.nrmse': 'list',
  'forecast.validTime': 'number',
  'forecast.floor.nrmse': 'list',
  'forecast.floor.validTime': 'number',
  'forecast.baselines': 'object',
  versions: 'object',
};

/** Entries that are named, at most. */
const MOST = 3;

/** What a record lacks, in words to follow its name; null when it is whole. */
export function recordFaults(record: object): string | null {
  const wrong = Object.entries(REQUIRED).filter(
    ([path, kind]) => kindOf(valueAt(record, path)) !== kind,
  );
  if (wrong.length === 0) return null;
  const named = wrong.slice(0, MOST).map(([path, kind]) => `${path} (${kind})`);
  const more = wrong.length - named.length;
  return `it lacks ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function valueAt(record: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], record);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
