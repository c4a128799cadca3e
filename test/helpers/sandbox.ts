export * from '../../src/testing/sandbox.ts';
