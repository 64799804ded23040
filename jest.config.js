/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/(?:dist|out|coverage)/'],
  transform: { '\\.(?:tsx?|m?js)$': '<rootDir>/test/support/transform.mjs' },
  // Packages that ship ES modules only go through the transform too.
  transformIgnorePatterns: ['/node_modules/(?!(?:.+/)?(?:hucre|strip-bom|uuid)/)'],
  reporters: ['default', '<rootDir>/test/support/summary.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
