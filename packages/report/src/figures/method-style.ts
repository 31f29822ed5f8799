import { forecastMethodNames } from '@noether/contracts';
import { COLOURS } from '../theme.js';

/** How the curve of a method is drawn. */
export interface MethodStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
}

const solid = (colour: string, width = 2.2): MethodStyle => ({ colour, dash: [1, 0], width });
const dashed = (colour: string, ...dash: number[]): MethodStyle => ({ colour, dash, width: 2.2 });

const OWN: Readonly<Record<string, MethodStyle>> = {
  forecast: solid(COLOURS.blue, 2.6),
  'autoencoder only': dashed(COLOURS.muted, 2, 3),
};

const STYLES: Readonly<Record<string, MethodStyle>> = {
  equivariant: solid(COLOURS.vermillion),
  'sindy-autoencoder': dashed(COLOURS.blue, 2, 2),
  sindy: dashed(COLOURS.orange, 7, 3),
  'neural-ode': solid(COLOURS.green),
  dmd: dashed(COLOURS.sky, 7, 3, 2, 3),
  map: dashed(COLOURS.purple, 4, 2),
  persistence: solid(COLOURS.shade),
};

const STRANGERS = [COLOURS.ink, COLOURS.green, COLOURS.orange, COLOURS.purple];

/** The same style for a method in every figure, whatever stands beside it. */
export function methodStyle(label: string, place: number): MethodStyle {
  if (Object.hasOwn(OWN, label)) return OWN[label];
  const key = Object.keys(STYLES).find((name) => forecastMethodNames[name] === label);
  return key === undefined ? dashed(STRANGERS[place % STRANGERS.length], 5, 2) : STYLES[key];
}
