import CopyPlugin from 'copy-webpack-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';

const officeJs = 'node_modules/@microsoft/office-js';

/** Office.js is served beside the add-in: its entry, and what it loads for Excel on each system. */
const officeFiles = [
  '{office,o15apptofilemappingtable}.js',
  'excel-{web,win32,mac,ios,android,winrt}-16.0?.js',
  '{vi-vn,en-us}/office_strings.js',
].map((from) => ({ context: `${officeJs}/dist`, from, to: 'office/[path][name][ext]' }));

/** @type {import('webpack').Configuration} */
export default {
  mode: 'production',
  entry: { taskpane: './src/taskpane/index.tsx' },
  output: { filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'esbuild-loader',
        options: { target: 'es2022', jsx: 'automatic' },
      },
    ],
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022', exclude: /^office/ })] },
  plugins: [
    new HtmlPlugin({ filename: 'taskpane.html', template: 'src/taskpane/taskpane.html' }),
    new CopyPlugin({
      patterns: [
        'manifest.xml',
        { from: 'assets/*.png' },
        ...officeFiles,
        { from: `${officeJs}/LICENSE.md`, to: 'office/LICENSE.md' },
      ],
    }),
  ],
  // Our own code has a size it may not outgrow; Office.js is what it is.
  performance: {
    hints: 'error',
    maxEntrypointSize: 400_000,
    maxAssetSize: 400_000,
    assetFilter: (name) => !name.startsWith('office/'),
  },
  stats: { preset: 'minimal', assets: true, excludeAssets: /^(?:office|assets)\//, colors: false },
};
