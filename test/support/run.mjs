import { run } from 'jest';
import { installTools } from './tools.mjs';

installTools();
await run(process.argv.slice(2));
