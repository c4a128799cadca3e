export { systemClock } from './clock.ts';
export { createFiles } from './files.ts';
export { type Lock, lockFile } from './lock.ts';
export { createSecrets, type SecretsOptions } from './secrets.ts';
export { variables } from './variables.ts';
