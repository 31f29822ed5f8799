import { readFileSync } from 'node:fs';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import groupGenerator from '../scaffold/group/generator.mjs';

const test = suite('scaffold:group');

const catalogue = 'packages/lie-algebra/src/group-catalogue.ts';
const index = 'packages/lie-algebra/src/index.ts';

function workspace() {
  const tree = createTreeWithEmptyWorkspace();
  for (const path of [catalogue, index]) {
    tree.write(path, readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  }
  return tree;
}

test('writes source, test and page and enters the group in the catalogue', () => {
  const tree = workspace();
  groupGenerator(tree, { name: 'my-group', summary: "the mirror's turns" });
  const source = tree.read('packages/lie-algebra/src/groups/my-group.ts', 'utf8');
  assert.match(source, /export const myGroup: Group = defineGroup\(\{\n {2}name: 'my-group'/);
  const written = tree.read('packages/lie-algebra/test/groups/my-group.test.ts', 'utf8');
  assert.match(written, /describeGroup\(myGroup\)/);
  assert.match(tree.read('docs/groups/my-group.md', 'utf8'), /^# my-group\n\nThe mirror's turns\./);
  const listed = tree.read(catalogue, 'utf8');
  assert.match(listed, /lorentz\.js';\nimport \{ myGroup \} from '\.\/groups\/my-group\.js';\n/);
  assert.match(listed, / {2}single\(myGroup, 'the mirror\\'s turns'\),\n\];\n$/);
  assert.match(tree.read(index, 'utf8'), /export \{ myGroup \} from '\.\/groups\/my-group\.js';\n/);
});

test('does not overwrite a group', () => {
  const tree = workspace();
  groupGenerator(tree, { name: 'my-group' });
  assert.throws(
    () => groupGenerator(tree, { name: 'my-group' }),
    /There is a group my-group already/,
  );
});

test('the schema takes kebab case only', () => {
  const schema = readFileSync(new URL('../scaffold/group/schema.json', import.meta.url), 'utf8');
  const pattern = new RegExp(JSON.parse(schema).properties.name.pattern);
  for (const good of ['so3', 'my-group', 'a1-b2']) assert.ok(pattern.test(good), good);
  for (const bad of ['My', 'my_group', '3so', 'a--b', '-a', 'a/b'])
    assert.not.ok(pattern.test(bad));
});

test.run();
