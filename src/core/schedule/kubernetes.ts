import { stringify } from 'yaml';
import { code, say } from '../text/say.ts';
import { shellWord } from '../text/shell-word.ts';
import { renewArguments, type ScheduleUnit, type ScheduleWish, timesOf } from './unit.ts';

const STATE = '/var/lib/amltls';
const CONFIG = '/etc/amltls/amltls.config.yaml';

/** A CronJob with a volume for what amltls remembers, signing in by workload identity. */
export function kubernetesUnit(wish: ScheduleWish): ScheduleUnit {
  const { minute, hours } = timesOf(wish);
  const labels = { 'app.kubernetes.io/name': 'amltls' };
  const volume = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'amltls-state', labels },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  };
  const container = {
    name: 'amltls',
    image: 'node:24-slim',
    command: ['npx', '--yes', `amltls@${wish.version}`, ...renewArguments(wish, CONFIG)],
    env: [
      { name: 'HOME', value: STATE },
      { name: 'XDG_STATE_HOME', value: STATE },
      { name: 'npm_config_cache', value: '/tmp/npm' },
    ],
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    volumeMounts: [
      { name: 'state', mountPath: STATE },
      { name: 'config', mountPath: '/etc/amltls', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
  const pod = {
    serviceAccountName: 'amltls',
    restartPolicy: 'Never',
    securityContext: { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [container],
    volumes: [
      { name: 'state', persistentVolumeClaim: { claimName: 'amltls-state' } },
      { name: 'config', secret: { secretName: 'amltls-config', defaultMode: 0o440 } },
      { name: 'tmp', emptyDir: {} },
    ],
  };
  const job = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'amltls-renew', labels },
    spec: {
      schedule: `${minute} ${hours.join(',')} * * *`,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 0,
          activeDeadlineSeconds: 3600,
          template: { metadata: { labels: { ...labels, 'azure.workload.identity/use': 'true' } }, spec: pod },
        },
      },
    },
  };
  const content = [volume, job].map((each) => stringify(each, { lineWidth: 0 })).join('---\n');
  return {
    files: [{ path: 'amltls-renew.yaml', content }],
    commands: [
      `kubectl create secret generic amltls-config --from-file=amltls.config.yaml=${shellWord(wish.relativeFile)}`,
      'kubectl apply -f amltls-renew.yaml',
    ],
    notes: [
      say(
        'The service account {name} needs a workload identity with Contributor on the workspace and the cluster.',
        'サービス アカウント {name} には、ワークスペースとクラスターの共同作成者ロールを持つワークロード ID が必要です。',
        {
          name: code('amltls'),
        },
      ),
      say(
        'Certificate files go into the same secret; the paths of the profile then begin with {folder}.',
        '証明書ファイルも同じシークレットに入れてください。その場合、プロファイルのパスは {folder} から始まります。',
        {
          folder: code('/etc/amltls/'),
        },
      ),
    ],
  };
}
