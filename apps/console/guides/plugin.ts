/** Lets the console import a guide: `record.md` is all of it, `record.md?title` its title alone, for the list. */
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { parseGuide } from './parse-guide.ts';

export function guidesPlugin(): Plugin {
  return {
    name: 'guides',
    load: {
      filter: { id: /\/docs\/guides\/[^/]+\.md(\?title)?$/ },
      handler(id) {
        const [, name = '', chinese, asked] = /^([\w-]+)(\.zh-CN)?\.md(\?title)?$/.exec(basename(id)) ?? [];
        const guide = parseGuide(name, chinese === undefined ? 'en' : 'zh');
        const code = asked === undefined ? codeOf(guide) : `export const title = ${JSON.stringify(guide.title)};`;
        return { code, moduleType: 'js' };
      },
    },
  };
}

/** Pictures become imports, so that each is a file of the console under a name that changes with it. */
function codeOf(guide: object): string {
  const imports: string[] = [];
  const json = JSON.stringify(guide).replace(/"address":("[^"]+")/g, (_, address: string) => {
    const name = `picture${imports.length}`;
    imports.push(`import ${name} from ${address};\n`);
    return `"address":${name}`;
  });
  return `${imports.join('')}export const guide = ${json};\n`;
}
