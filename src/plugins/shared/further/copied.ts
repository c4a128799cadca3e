export type Format = 'module' | 'module-typescript' | 'json';

/** The one specifier that leads out of a plugin, into the running program. */
export const PLUGIN_API = 'amltls/plugin';
