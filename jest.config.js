/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/(?:dist|out|coverage)/'],
  transform: { '\\.(?:tsx?|m?js)$': '<rootDir>/test/support/transform.mjs' },
  // Packages that ship ES modules only go through the transform too.
  transformIgnorePatterns: ['/node_modules/(?!(?:.+/)?(?:hucre|strip-bom|unpdf|uuid)/)'],
  // Exported for import only, which Jest does not ask for.
  moduleNameMapper: { '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs' },
  reporters: ['default', '<rootDir>/test/support/summary.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
