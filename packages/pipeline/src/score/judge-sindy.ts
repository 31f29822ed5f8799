import type { RunRecord, SindyAutoencoderScore } from '@noether/contracts';

/** Share of the mean square that may stay unexplained. */
const MOST = 0.1;

/**
 * `discovered` when the equations and the autoencoder explain at least 90 % of the mean square of dz/dt,
 * dx/dt and x of validation data, else `unexplained`.
 */
export function judgeSindy({
  terms,
  unexplained,
}: SindyAutoencoderScore): Pick<RunRecord, 'status' | 'reason'> {
  const { states, dataDerivative, latentDerivative } = unexplained;
  const worst = Math.max(states, dataDerivative, latentDerivative);
  const shares = [latentDerivative, dataDerivative, states].map((value) => percent(value));
  const [ofLatent, ofData, ofStates] = shares;
  return {
    status: worst <= MOST ? 'discovered' : 'unexplained',
    reason: `Equations of ${terms} ${terms === 1 ? 'term' : 'terms'} leave ${ofLatent} of dz/dt, ${ofData} of dx/dt and ${ofStates} of x unexplained on validation data.`,
  };
}

/** What a SINDy autoencoder found, in words. */
export function sindyReading({ terms }: SindyAutoencoderScore, latentDimension: number): string {
  const equations = latentDimension === 1 ? 'an equation' : `${latentDimension} equations`;
  return `${equations} of ${terms} ${terms === 1 ? 'term' : 'terms'} in the latent space`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
