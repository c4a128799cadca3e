export { systemClock } from './clock.ts';
export { createFiles } from './files.ts';
export { createSecrets, type SecretsOptions } from './secrets.ts';
export { variables } from './variables.ts';
