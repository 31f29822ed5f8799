// Prints the configurations as one JSON line.
import { configurations } from './configurations.js';

console.log(JSON.stringify(configurations));
