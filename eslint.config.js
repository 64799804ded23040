import { importX, createNodeResolver } from 'eslint-plugin-import-x';
import officeAddins from 'eslint-plugin-office-addins';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/ and the arrows between them: what each may import besides itself. `node` opens the node: modules,
 * `clock` today's date and chance, `machineNumbers` the conversion of text that a file format
 * defines (text typed by people goes through src/domain/numbers.ts only).
 */
const rooms = {
  domain: { rooms: [], packages: ['zod'] },
  messages: { rooms: ['domain'], packages: [] },
  reading: { rooms: ['domain', 'messages'], packages: [] },
  workbook: { rooms: ['domain', 'messages'], packages: [] },
  gateways: {
    rooms: ['domain', 'messages', 'workbook'],
    packages: ['fflate', 'hucre', 'htmlparser2', '@e965/xlsx', 'unpdf', 'zod'],
    node: true,
    machineNumbers: true,
  },
  app: { rooms: ['domain', 'messages', 'reading', 'workbook'], packages: [] },
  functions: { rooms: ['domain', 'messages', 'reading'], packages: [] },
  commands: { rooms: [], packages: [] },
  taskpane: {
    rooms: ['app', 'commands', 'domain', 'functions', 'messages'],
    packages: ['react', 'react-dom', '@fluentui/react-components'],
    clock: true,
  },
  cli: { rooms: ['app', 'domain', 'messages'], packages: [], node: true, clock: true },
  workbench: {
    rooms: ['app', 'domain', 'messages', 'workbook', 'gateways'],
    packages: ['zod', 'jsdom'],
    node: true,
    machineNumbers: true,
    clock: true,
  },
};

/** The only file of the app room that may load a gateway; the others may name its types. */
const wiring = 'src/app/wiring.ts';

const officeGlobals = ['Office', 'Excel', 'OfficeExtension', 'OfficeRuntime', 'CustomFunctions'];

const textToNumber = [
  'CallExpression[callee.name=/^(?:Number|parseFloat)$/]',
  'CallExpression[callee.object.name="Number"][callee.property.name="parseFloat"]',
  'UnaryExpression[operator="+"]',
].map((selector) => ({
  selector,
  message: 'Text becomes a number in src/domain/numbers.ts only: "1.234" is 1234 in Vietnam.',
}));

const clock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
].map((selector) => ({
  selector,
  message: 'The as-of date is always given; same input, same output.',
}));

function packagesAllowed({ packages, node = false }) {
  const names = packages.map((name) => `${name}(?:/|$)`);
  const allowed = ['\\.{1,2}(?:/|$)', ...names, ...(node ? ['node:'] : [])];
  return {
    regex: `^(?!${allowed.join('|')})`,
    message: 'This room does not use that package: see the rooms in eslint.config.js.',
  };
}

function roomRules([name, room]) {
  const imports = [packagesAllowed(room)];
  if (name === 'app')
    imports.push({
      regex: '/gateways/',
      allowTypeImports: true,
      message: `Only ${wiring} loads a gateway.`,
    });
  return {
    files: [`src/${name}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: imports }],
      'no-restricted-globals': ['error', ...officeGlobals],
      'no-restricted-syntax': [
        'error',
        ...(room.machineNumbers ? [] : textToNumber),
        ...(room.clock ? [] : clock),
      ],
    },
  };
}

const arrows = Object.entries(rooms).map(([name, room]) => ({
  target: `./src/${name}`,
  from: './src',
  except: [name, ...room.rooms, ...(name === 'app' ? ['gateways'] : [])].map((each) => `./${each}`),
  message: `src/${name} may not import this room: see the rooms in eslint.config.js.`,
}));

export default defineConfig(
  globalIgnores(['dist', 'out', 'coverage', '.cache']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js'] }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      eqeqeq: 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones: arrows }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  ...Object.entries(rooms).map(roomRules),
  {
    files: ['src/**'],
    ignores: Object.keys(rooms).map((name) => `src/${name}/**`),
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program', message: 'This folder is no room of eslint.config.js.' },
      ],
    },
  },
  { files: ['src/domain/numbers.ts'], rules: { 'no-restricted-syntax': ['error', ...clock] } },
  { files: [wiring], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  {
    files: ['src/{gateways/excel,taskpane}/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'no-restricted-globals': 'off',
      ...Object.fromEntries(
        Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error']),
      ),
    },
  },
  {
    // Matchers such as expect.objectContaining are typed any, and what a file holds is known.
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
