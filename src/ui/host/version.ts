/** The version of this program; a test holds it to package.json, so that `--version` reads no file. */
export const VERSION = '0.1.0';
/** The oldest Node that `engines` allows. */
export const OLDEST_NODE = [22, 18] as const;
