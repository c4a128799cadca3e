import type { CertificatePlugin } from '../../src/core/contracts/index.ts';
import { type CertificateSubject, certificateContract as contract } from '../../src/testing/index.ts';
import { runner } from './runner.ts';

export type { CertificateSubject };

export const certificateContract = (plugin: CertificatePlugin, open: () => Promise<CertificateSubject>): void => contract(runner, plugin, open);
