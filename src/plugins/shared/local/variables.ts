/** The environment variables of this process, by name. */
export const variables: Readonly<Record<string, string | undefined>> = process.env;
