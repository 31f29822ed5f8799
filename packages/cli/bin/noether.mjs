#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error('noether: not built. Run npm run build, or npm run noether --, which needs none.');
  process.exitCode = 1;
}
