import type { PluginKind } from '../../../core/contracts/index.ts';

/** In the order of the four steps, and where they are done. */
export const PLUGIN_KINDS: readonly PluginKind[] = ['target', 'certificate', 'dns', 'environment'];
