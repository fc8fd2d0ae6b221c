#!/usr/bin/env node
/** `suyuan …`: from the bundle where it is that of these sources, else from the sources themselves. */
import { existsSync } from 'node:fs';
import { bundleOf } from './bundle-place.ts';

const bundle = bundleOf();
const { run }: typeof import('./run.ts') = await import(existsSync(bundle) ? bundle : './run.ts');
process.exitCode = await run(process.argv.slice(2));
