// Who may import whom. Run through `tools/check-boundaries.ts`, which also asserts that files were read:
// with TypeScript 7 alone the cruiser reads none and exits green, so the parser is @swc/core.

/** Workspace → the workspaces it may import. A row is missing only for what does not exist yet. */
const WORKSPACES = {
  'packages/codes': [],
  'packages/epcis': ['packages/codes'],
  'packages/profiles': ['packages/codes', 'packages/epcis'],
  'packages/api': ['packages/codes', 'packages/epcis'],
  // What is printed: PDF and labels.
  'packages/labels': ['packages/codes'],
  'packages/server': ['packages/codes', 'packages/epcis', 'packages/profiles', 'packages/api', 'packages/labels'],
  // How an app for the browser is built and kept, and what such apps share.
  'packages/web-build': [],
  'apps/console': ['packages/api', 'packages/codes', 'packages/profiles', 'packages/web-build'],
  'apps/public': ['packages/api', 'packages/codes', 'packages/profiles', 'packages/web-build'],
  // The command line puts the server, the built scan page and the built console together.
  'apps/cli': [
    'packages/codes',
    'packages/epcis',
    'packages/labels',
    'packages/profiles',
    'packages/api',
    'packages/server',
    'packages/web-build',
    'apps/public',
    'apps/console',
  ],
};

/** Server modules, lowest first. A module imports lower tiers only; upward and sideways talk goes by reading the log. */
const TIERS = [
  ['codes', 'integrity'],
  ['identity'],
  ['reach', 'disclosure', 'personal', 'standards', 'maps'],
  ['registry'],
  ['events'],
  ['disputes', 'catalogue'],
  ['trace', 'subscriptions', 'labels', 'quality', 'compliance', 'backup', 'orders', 'pictures'],
  ['recall', 'complaints', 'supervision', 'markets', 'recording', 'drills'],
  ['exchange', 'imports', 'publicwindow', 'opendata', 'console', 'today', 'onboarding', 'demonstration'],
  ['shares', 'scans'],
];

const MODULES = '^packages/server/src/modules/';
const PACKAGE_SOURCES = '^(packages|apps)/[^/]+/(src/|build[.]ts)';
const TESTS = '([.](test|fixture)[.]tsx?$|^packages/server/test/|^apps/[^/]+/test/)';
const oneOf = (names) => `(${names.join('|')})`;

/** What only the tests of a workspace import: the console's words are held against the vocabulary that they name. */
const FOR_TESTS = { 'apps/console': ['packages/epcis'] };

const workspaceRule = (workspace, { allowed, of = '', from }) => ({
  name: `workspace-${workspace.replace('/', '-')}${of}`,
  comment: `${workspace} may import ${allowed.join(', ') || 'no other workspace'}.`,
  severity: 'error',
  from: { path: `^${workspace}/`, ...from },
  to: { path: '^(packages|apps)/', pathNot: `^${oneOf([workspace, ...allowed])}/` },
});

const workspaceRules = Object.entries(WORKSPACES).flatMap(([workspace, allowed]) => {
  const more = FOR_TESTS[workspace];
  if (more === undefined) return [workspaceRule(workspace, { allowed })];
  return [
    workspaceRule(workspace, { allowed, from: { pathNot: TESTS } }),
    workspaceRule(workspace, {
      allowed: [...allowed, ...more],
      of: '-tests',
      from: { path: `^${workspace}/.*[.]test[.]tsx?$` },
    }),
  ];
});

const tierRules = TIERS.flatMap((tier, index) =>
  tier.map((name) => ({
    name: `tier-${name}`,
    comment: `${name} is in tier ${index + 1} and may import lower tiers only.`,
    severity: 'error',
    from: { path: `${MODULES}${name}/` },
    to: { path: MODULES, pathNot: `${MODULES}${oneOf([name, ...TIERS.slice(0, index).flat()])}/` },
  })),
);

module.exports = {
  forbidden: [
    ...workspaceRules,
    ...tierRules,
    {
      name: 'workspace-listed',
      comment: 'A new workspace gets its row in WORKSPACES.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `^${oneOf(Object.keys(WORKSPACES))}/` },
      to: {},
    },
    {
      name: 'module-listed',
      comment: 'A new server module gets its place in TIERS.',
      severity: 'error',
      from: { path: MODULES, pathNot: `${MODULES}${oneOf(TIERS.flat())}/` },
      to: {},
    },
    {
      name: 'module-door',
      comment:
        'A module enters another through its index.ts only; so do its tests (others live in packages/server/test).',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/' },
      to: { path: MODULES, pathNot: ['^packages/server/src/modules/[^/]+/index[.]ts$', `${MODULES}$1/`] },
    },
    {
      name: 'module-door-from-outside',
      comment: 'app.ts, main.ts and every other workspace enter a module through its index.ts only.',
      severity: 'error',
      from: { path: '^(packages|apps|tools)/', pathNot: [MODULES, '^packages/server/test/'] },
      to: { path: MODULES, pathNot: '^packages/server/src/modules/[^/]+/index[.]ts$' },
    },
    {
      name: 'platform-knows-no-domain',
      comment:
        'packages/server/src/platform imports nothing of the domain: no module, not app.ts, main.ts or config.ts.',
      severity: 'error',
      from: { path: '^packages/server/src/platform/' },
      to: { path: '^packages/server/src/', pathNot: '^packages/server/src/platform/' },
    },
    {
      name: 'modules-not-from-the-top',
      comment: 'A module is handed what it needs; it does not import app.ts, main.ts, config.ts or the package door.',
      severity: 'error',
      from: { path: MODULES },
      to: { path: '^packages/server/src/[^/]+[.]ts$' },
    },
    {
      name: 'package-door',
      comment: 'Another workspace is entered through its package name, never by a path into its files.',
      severity: 'error',
      from: { path: '^((packages|apps)/[^/]+)/', pathNot: '^packages/server/test/' },
      to: {
        path: '^(packages|apps)/',
        pathNot: [
          '^$1/',
          '^packages/[^/]+/src/index[.]ts$',
          // A list by itself: a page that names regions carries no scheme of codes.
          '^packages/codes/src/cn/divisions[.]ts$',
          // GS1's identifiers alone, for a page that puts bar codes of one item together.
          '^packages/codes/src/gs1/joined[.]ts$',
          // Large, and for whoever writes the kit of tests: no server or page carries them.
          '^packages/profiles/src/examples[.]ts$',
          // What its package.json exports beside the whole.
          '^packages/api/src/[a-z-]+/index[.]ts$',
          // Data alone: whoever lists layouts loads no letters and no symbols.
          '^packages/labels/src/label/layouts/index[.]ts$',
          '^packages/web-build/src/(shows-chinese|scan/index)[.]ts$',
          '^apps/(public|console)/build[.]ts$',
          // For tests in a browser, which the program's tests have: a server with a provider, and workbooks.
          '^packages/server/test/account/(provider-server|workbook)[.]ts$',
        ],
      },
    },
    {
      name: 'packages-not-from-apps',
      comment:
        'A package never imports an app, nor types of one, nor do its tests: what both need is a contract in ' +
        'packages/api, and what an app makes is handed in by who starts the program (decision 0017).',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'pure',
      comment: 'codes, epcis, profiles and api run in a browser: no Node built-in outside their tests.',
      severity: 'error',
      from: { path: '^packages/(codes|epcis|profiles|api)/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'codes-has-no-dependency',
      comment: 'packages/codes has none.',
      severity: 'error',
      from: { path: '^packages/codes/src/', pathNot: TESTS },
      to: { path: 'node_modules' },
    },
    {
      name: 'no-cycle',
      comment: 'A cycle has no reading order.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-source',
      comment: 'Only tests import tests and fixtures.',
      severity: 'error',
      from: { path: PACKAGE_SOURCES, pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'resolvable',
      comment:
        'What is imported exists; of an address (`?url`) it is Vite that resolves it, and that fails where it is missing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[.]wasm[?]url$' },
    },
  ],
  options: {
    parser: 'swc',
    // Type imports count: an upward type is an upward dependency of the reader.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules/(?!@suyuan/)' },
    exclude: { path: '(^|/)(dist|node_modules/(?!@suyuan/))/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
    builtInModules: { add: [] },
  },
};
