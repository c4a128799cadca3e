import { environmentContract as contract, type EnvironmentCase } from '../../src/testing/index.ts';
import { runner } from './runner.ts';

export type { EnvironmentCase };

export const environmentContract = (environment: EnvironmentCase): void => contract(runner, environment);
