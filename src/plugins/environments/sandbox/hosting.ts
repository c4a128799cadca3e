export { control } from './host/control.ts';
export { startHost } from './host/join-or-start.ts';
export { reset } from './host/reset.ts';
export { announcement } from './host/sandbox-file.ts';
