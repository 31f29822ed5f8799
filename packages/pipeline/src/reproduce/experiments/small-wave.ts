/** The reaction–diffusion field on few points, for as long as it takes to turn some times. */
export const smallField: readonly string[] = ['data.size=32', 'data.frames=4000'];

/** Settings under which LaLiGAN on the reaction–diffusion field is a matter of minutes, whatever the epochs. */
export const smallWave: readonly string[] = [
  ...smallField,
  'autoencoder.width=128',
  'autoencoder.hidden=3',
  'symmetry.discriminator.width=128',
  'symmetry.discriminator.hidden=3',
];
