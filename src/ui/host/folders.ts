import envPaths from 'env-paths';

export interface Folders {
  /** Profiles that belong to the user, not to a project. */
  readonly config: string;
  /** Journals, records, trust, the practice Azure. */
  readonly state: string;
}

/** Where this system keeps such things; XDG_CONFIG_HOME and XDG_STATE_HOME are honoured on Linux. */
export function userFolders(platform: NodeJS.Platform): Folders {
  const paths = envPaths('amltls', { suffix: '' });
  // env-paths calls it `log` where the XDG specification says state.
  return { config: paths.config, state: platform === 'win32' || platform === 'darwin' ? paths.data : paths.log };
}
