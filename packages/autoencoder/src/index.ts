export { loadEncoder } from './load-encoder.js';
export { mlpAutoencoder, type MlpAutoencoderOptions } from './mlp-autoencoder.js';
export { withLatentCoordinates, type LatentCoordinates } from './latent-coordinates.js';
