import { targetContract as contract, type TargetContract } from '../../src/testing/index.ts';
import { runner } from './runner.ts';

export type { TargetCase, TargetContract, TargetRefusal } from '../../src/testing/index.ts';

export const targetContract = (target: TargetContract): void => contract(runner, target);
