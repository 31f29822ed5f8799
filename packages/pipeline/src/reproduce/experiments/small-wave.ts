/** Settings under which LaLiGAN on the reaction–diffusion field is a matter of minutes, whatever the epochs. */
export const smallWave: readonly string[] = [
  'data.size=32',
  'data.frames=4000',
  'autoencoder.width=128',
  'autoencoder.hidden=3',
  'symmetry.discriminator.width=128',
  'symmetry.discriminator.hidden=3',
];
