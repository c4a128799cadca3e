import { definePlugin, say } from 'amltls/plugin';
import { planDisable } from './disable.ts';
import { endpointsOf } from './endpoints.ts';
import { equivalents } from './equivalents.ts';
import { planExtension } from './plan.ts';
import { questions } from './questions.ts';

/** The successor that Microsoft points v1 users to: the front end of Kubernetes online endpoints. Written as anybody could: with amltls/plugin alone. */
export default definePlugin({
  api: 1,
  kind: 'target',
  id: 'kubernetes-extension',
  title: say('Azure ML v2: the Kubernetes extension', 'Azure ML v2: Kubernetes 拡張機能'),
  summary: say(
    'Installs or updates it on an AKS or Arc-enabled cluster; about 10 minutes',
    'AKS または Arc 対応クラスターにインストール、または更新します (約 10 分)',
  ),
  questions,
  // Microsoft issues no certificates there.
  domains: ['custom', 'none'],
  plan: planExtension,
  endpoints: endpointsOf,
  disable: planDisable,
  equivalents,
});
