/**
 * Ant Design names each of its icons by its English file name, "close-circle", and its cross in a list "Clear", whatever
 * the language. Here an icon has the name that it is given where it stands, or else is ornament, and the cross is named by its icon.
 */
import type { Plugin } from 'vite';

/** Where other versions have other words, nothing changes: the test that hears all pages tells it. */
const CHANGES = [
  {
    file: /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/,
    from: /role: "img",\s*"aria-label": icon\.name/,
    to: '...(restProps["aria-label"] === undefined ? { "aria-hidden": true } : { role: "img" })',
  },
  {
    file: /@rc-component\/select\/es\/hooks\/useAllowClear\.js$/,
    from: /(allowClearConfig\.label) \?\? 'Clear'/,
    to: '$1',
  },
] as const;

export function silentIcons(): Plugin {
  return {
    name: 'silent-icons',
    transform: {
      filter: { id: CHANGES.map(({ file }) => file) },
      handler: (code, id) => {
        const change = CHANGES.find(({ file }) => file.test(id));
        return change === undefined ? null : { code: code.replace(change.from, change.to), map: null };
      },
    },
  };
}
