export { loadEncoder } from './load-encoder.js';
export { mlpAutoencoder, type MlpAutoencoderOptions } from './mlp-autoencoder.js';
