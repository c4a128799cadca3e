/** Where the resources of a workspace are, and how they are read. */
export { getWorkspace, mmsBase } from './model-management.ts';
export * from './paths.ts';
export { type Asked, getResource, listAll } from './requests.ts';
