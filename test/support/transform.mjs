import { extname } from 'node:path';
import { transformSync } from 'esbuild';

const loaders = { '.ts': 'ts', '.tsx': 'tsx' };
const metaUrl = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/** Lets Jest run TypeScript and ES modules: one file becomes CommonJS, types are not checked. */
export default {
  process(source, file) {
    return transformSync(source, {
      loader: loaders[extname(file)] ?? 'js',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      sourcefile: file,
      sourcemap: 'both',
      // Jest knows no import() in CommonJS; it becomes a require that is put off.
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'importMetaUrl', 'import.meta.dirname': '__dirname' },
      banner: source.includes('import.meta.url') ? metaUrl : '',
    });
  },
};
