import CopyPlugin from 'copy-webpack-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';
import { addin } from './webpack.config.js';

/**
 * The workbench's own files, laid over a build of the add-in by src/workbench/serve.mjs: a page,
 * the engine that works formulas out, and an `office/office.js` that joins the pane's genuine
 * client library to the page's host in place of Excel's.
 *
 * @type {import('webpack').Configuration}
 */
export default {
  ...addin,
  entry: {
    workbench: './src/workbench/page/index.ts',
    'office/office': './src/workbench/page/office.ts',
  },
  // Laid over the add-in's, whose chunks must not be hidden.
  output: { ...addin.output, chunkFilename: 'page.[name].js' },
  module: {
    ...addin.module,
    // The engine is fetched by the page: its own address for the file is not followed.
    parser: { javascript: { url: false } },
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022' })] },
  plugins: [
    new HtmlPlugin({
      filename: 'workbench.html',
      template: 'src/workbench/page/workbench.html',
      chunks: ['workbench'],
    }),
    new CopyPlugin({
      patterns: ['src/workbench/page/workbench.css', { from: 'seeds/*.txt' }],
    }),
  ],
  performance: { hints: false },
};
