/** Which packages of ours the sources of a package may import: the table of the architecture. */
export const allowedImports = {
  contracts: [],
  numerics: [],
  'lie-algebra': ['contracts', 'numerics'],
  compute: ['contracts', 'numerics'],
  datasets: ['contracts', 'numerics'],
  autoencoder: ['contracts', 'numerics', 'compute'],
  'symmetry-gan': ['contracts', 'numerics', 'lie-algebra', 'compute'],
  sindy: ['contracts', 'numerics', 'lie-algebra'],
  forecast: ['contracts', 'numerics'],
  report: ['contracts', 'numerics'],
  pipeline: [
    'contracts',
    'numerics',
    'lie-algebra',
    'compute',
    'datasets',
    'autoencoder',
    'symmetry-gan',
    'sindy',
    'forecast',
    'report',
  ],
  cli: [
    'contracts',
    'numerics',
    'lie-algebra',
    'compute',
    'datasets',
    'autoencoder',
    'symmetry-gan',
    'sindy',
    'forecast',
    'report',
    'pipeline',
  ],
  testkit: ['contracts', 'numerics', 'lie-algebra'],
};

/** Tests may also import these, whatever their package: nothing below stands on a test. */
export const allowedInTests = ['contracts', 'numerics', 'testkit'];

/** testkit stands on these; to declare it there would close a circle in the order of the builds. */
export const belowTestkit = ['contracts', 'numerics', 'lie-algebra', 'testkit'];
