import type { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import type { TokenCredential } from '@azure/identity';
import type { Arm, Clock } from '../../../core/contracts/index.ts';

export interface ArmOptions {
  /** `https://management.azure.com`; http is refused by the SDK and by us. */
  readonly endpoint: string;
  /** Host suffixes of the data planes that may have the token: `.api.azureml.ms`. The endpoint's own host always may. */
  readonly dataPlaneSuffixes: readonly string[];
  readonly credential: TokenCredential;
  /** The endpoint's audience + `/.default`. */
  readonly scopes: string | readonly string[];
  /** Trusted instead of the machine's roots (the practice Azure's own CA). */
  readonly caPem?: string;
  readonly userAgent: string;
  /** ms before the first repetition, doubled each time; default 800. */
  readonly retryDelayMs?: number;
  /** ms until an answer must be complete; default 80 000, as SDK v1 has it. */
  readonly timeoutMs?: number;
  /** Waits between repetitions; the wall clock unless a test says otherwise. */
  readonly clock?: Clock;
}

/** The resource manager, and Microsoft's typed client over the same sign-in, for listings. */
export interface ArmClient extends Arm {
  readonly endpoint: string;
  machineLearning(subscriptionId: string): Promise<AzureMachineLearningWorkspaces>;
}
