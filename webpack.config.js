import { gzipSync } from 'node:zlib';
import CopyPlugin from 'copy-webpack-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

const officeJs = 'node_modules/@microsoft/office-js';

/** Office.js is served beside the add-in: its entry, and what it loads for Excel on each system. */
const officeFiles = [
  '{office,o15apptofilemappingtable}.js',
  'excel-{web,win32,mac,ios,android,winrt}-16.0?.js',
  '{vi-vn,en-us}/office_strings.js',
].map((from) => ({ context: `${officeJs}/dist`, from, to: 'office/[path][name][ext]' }));

/** Where the manifest says the add-in is, unless a build is told another place. */
const developmentUrl = 'https://localhost:3000';

/**
 * What may be loaded, in bytes after gzip. `taskpane.js` is all that runs before the pane answers.
 * A pattern that matches no file is a mistake in this list, and fails too.
 */
const budgets = [
  [/^taskpane\.js$/, 200_000],
  [/^late\.(?!pdf\.).*\.js$/, 160_000],
  // Loaded for a plan that is a PDF, and for nothing else.
  [/^late\.pdf\.js$/, 450_000],
];

/** Fails a production build that outgrows its budgets. */
class BudgetPlugin {
  apply(compiler) {
    if (compiler.options.mode !== 'production') return;
    compiler.hooks.thisCompilation.tap('Budget', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'Budget', stage }, (assets) => {
        for (const [pattern, most] of budgets) {
          const matching = Object.entries(assets).filter(([name]) => pattern.test(name));
          if (matching.length === 0)
            compilation.errors.push(new Error(`The budget ${pattern} matches no file.`));
          for (const [name, source] of matching) {
            const size = gzipSync(source.buffer(), { level: 9 }).length;
            if (size > most)
              compilation.errors.push(
                new Error(`${name} has ${size} bytes after gzip, of ${most}.`),
              );
          }
        }
      });
    });
  }
}

/** The configuration for the place the add-in is served from: `--env baseUrl=https://…`. */
function configuration({ baseUrl = developmentUrl } = {}) {
  const base = new URL(baseUrl).href.replace(/\/$/, '');
  return {
    mode: 'production',
    entry: { taskpane: './src/taskpane/index.tsx' },
    output: { filename: '[name].js', chunkFilename: 'late.[name].js', clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'esbuild-loader',
          options: { target: 'es2022', jsx: 'automatic' },
          // What a chunk does not use of a module stays out of it.
          sideEffects: false,
        },
        {
          // It would load a worker's file by name; here it runs where it is called.
          test: /unpdf/,
          parser: { exprContextCritical: false },
        },
      ],
    },
    optimization: {
      minimizer: [new EsbuildPlugin({ target: 'es2022', exclude: /^office/ })],
      splitChunks: {
        cacheGroups: { pdf: { test: /[\\/]unpdf[\\/]/, name: 'pdf', chunks: 'async' } },
      },
    },
    plugins: [
      new HtmlPlugin({
        filename: 'taskpane.html',
        template: 'src/taskpane/taskpane.html',
        inject: false,
      }),
      new CopyPlugin({
        patterns: [
          {
            from: 'manifest.xml',
            transform: (text) => text.toString().replaceAll(developmentUrl, base),
          },
          { from: 'assets/*.png' },
          'src/functions/functions.json',
          { from: 'seeds/*.txt', to: 'plans/[name][ext]' },
          ...officeFiles,
          { from: `${officeJs}/LICENSE.md`, to: 'office/LICENSE.md' },
        ],
      }),
      new BudgetPlugin(),
    ],
    performance: { hints: false },
    stats: {
      preset: 'minimal',
      assets: true,
      excludeAssets: /^(?:office|assets|plans)\//,
      colors: false,
    },
  };
}

/** The add-in as it is developed; the workbench lays its own files over a build of it. */
export const addin = configuration();

export default configuration;
