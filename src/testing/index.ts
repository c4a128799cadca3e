export { type CertificateSubject, certificateContract } from './certificate.ts';
export { type DnsSubject, dnsContract } from './dns.ts';
export { type EnvironmentCase, environmentContract } from './environment.ts';
export { type Applied, runChange } from './run-change.ts';
export type { Runner } from './runner.ts';
export { type TargetCase, type TargetContract, type TargetRefusal, targetContract } from './target.ts';
export { type TargetWorld as Practice, targetWorld as practiceAzure } from './target-world.ts';
