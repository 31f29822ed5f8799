export { loadEncoder } from './load-encoder.js';
export { convAutoencoder, type ConvAutoencoderOptions } from './conv-autoencoder.js';
export { mlpAutoencoder, type MlpAutoencoderOptions } from './mlp-autoencoder.js';
export { withLatentCoordinates, type LatentCoordinates } from './latent-coordinates.js';
