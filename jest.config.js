function swc(tsx) {
  return [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ];
}

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/(?:dist|out|coverage)/'],
  transform: { '\\.(?:[jt]s|mjs)$': swc(false), '\\.[jt]sx$': swc(true) },
  // Packages that ship ES modules only go through the transform too.
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
