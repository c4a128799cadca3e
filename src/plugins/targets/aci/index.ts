import { definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { planSwitchOff } from './disable.ts';
import { endpointsOf } from './endpoints.ts';
import { equivalents } from './equivalents.ts';
import { planService } from './plan.ts';
import { questions } from './questions.ts';

export default definePlugin({
  api: 1,
  kind: 'target',
  id: 'aci',
  title: say('A web service on Azure Container Instances', 'Azure Container Instances の Web サービス'),
  summary: say(
    'For development and tests; TLS belongs to the one service, with a certificate of your own',
    '開発とテスト向けです。TLS はサービスごとに独自の証明書で設定します',
  ),
  questions,
  domains: ['custom', 'none'],
  plan: planService,
  endpoints: endpointsOf,
  disable: planSwitchOff,
  equivalents,
});
