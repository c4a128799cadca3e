import * as z from 'zod';

/** An Opaque secret of a practice cluster, as `kubectl create secret generic NAME --from-file=cert.pem --from-file=key.pem` makes one. */
export const kubernetesSecret = z.object({
  /** ARM id of the cluster. */
  clusterId: z.string(),
  namespace: z.string(),
  name: z.string(),
  /** Key → text. */
  data: z.record(z.string(), z.string()),
});
export type KubernetesSecret = z.infer<typeof kubernetesSecret>;
