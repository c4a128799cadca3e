/** Who is asked where neither a profile nor the settings name anybody: what the users' own network says, and two of those that everybody else asks. */
export const USUAL_RESOLVERS: readonly string[] = ['system', '1.1.1.1', '8.8.8.8'];
