import type { Problem } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';

// facts.md 1.5 (ATTACH-v1, compute.py)
const COMPUTE = /^[a-z][a-z0-9-]{1,22}[a-z0-9]$/i;
const RESERVED = ['amlcompute', 'local', 'containerinstance'];
// facts.md 3.2 (mm-util)
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** The rule of SDK v1 for the name of a compute in a workspace. */
export function checkComputeName(text: string): Problem | undefined {
  if (RESERVED.includes(text.toLowerCase())) {
    return {
      code: 'compute-name-reserved',
      owner: 'you',
      message: say('Azure ML keeps the name {name} for itself.', '{name} は Azure ML で予約されている名前です。', { name: value(text) }),
      next: [say('Choose another name, for example {example}.', '別の名前を指定してください。例: {example}', { example: code('aks-prod') })],
    };
  }
  if (COMPUTE.test(text)) return undefined;
  return {
    code: 'compute-name-invalid',
    owner: 'you',
    message: say('{name} cannot be the name of a compute.', '{name} はコンピューティングの名前として使用できません。', { name: value(text) }),
    next: [
      say(
        'Use 3 to 24 letters, digits and hyphens; begin with a letter, end with a letter or digit: {example}',
        '英字、数字、ハイフンで 3 ～ 24 文字にしてください。先頭は英字、末尾は英字または数字です: {example}',
        { example: code('aks-prod') },
      ),
    ],
  };
}

/** The rule of the model management service for the name of a web service. */
export function checkServiceName(text: string): Problem | undefined {
  if (text.length >= 3 && text.length <= 32 && SERVICE.test(text)) return undefined;
  return {
    code: 'service-name-invalid',
    owner: 'you',
    message: say('{name} cannot be the name of a web service.', '{name} は Web サービスの名前として使用できません。', { name: value(text) }),
    next: [
      say(
        'Use 3 to 32 lower-case letters, digits and hyphens; begin with a letter, end with a letter or digit: {example}',
        '英小文字、数字、ハイフンで 3 ～ 32 文字にしてください。先頭は英字、末尾は英字または数字です: {example}',
        { example: code('scorer') },
      ),
    ],
  };
}
