/**
 * Keeps the compiled code of the program for the next start, which is then about a third quicker. In the user's own cache folder: node's
 * usual place is the shared temporary folder, where somebody else could lay out code for this program to run. Where it cannot be
 * written nothing happens; NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE keep their meaning.
 */
export function keepCompiled(): void {
  if (process.env['NODE_COMPILE_CACHE'] !== undefined) return;
  // Not imported: this is read by versions of node that end here, and the three modules of names would take a millisecond.
  const { enableCompileCache } = process.getBuiltinModule('node:module');
  const { homedir } = process.getBuiltinModule('node:os');
  const { join } = process.getBuiltinModule('node:path');
  enableCompileCache(join(cacheFolder(homedir(), join), 'amltls', 'compiled'));
}

// env-paths would say the same, but is itself part of what is to be found compiled.
function cacheFolder(home: string, join: (...parts: string[]) => string): string {
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches');
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
  return process.env['XDG_CACHE_HOME'] || join(home, '.cache');
}
