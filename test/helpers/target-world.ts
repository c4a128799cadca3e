export * from '../../src/testing/target-world.ts';
