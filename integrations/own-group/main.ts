import { defineGroup } from '@noether/lie-algebra';
import { describeGroup } from '@noether/testkit';

const galilei = defineGroup({
  name: 'galilei',
  generators: [
    [
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 0],
    ],
  ],
});
const residuals = describeGroup(galilei);
const broken = residuals.filter(({ value, tolerance }) => !(value <= tolerance));
if (broken.length > 0) throw new Error(broken.map(({ identity }) => identity).join(', '));
