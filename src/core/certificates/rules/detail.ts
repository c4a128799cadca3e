import { value } from '../../text/say.ts';
import { shownKey } from '../findings/shown.ts';
import { describeKeyIn } from '../key.ts';
import type { Violation } from '../path/rules.ts';
import type { About } from './rule.ts';

/** What exactly broke a rule. */
export function detailOf({ rule, certificate }: Violation): About['detail'] | undefined {
  if (rule === 'key-weak' || rule === 'key-size' || rule === 'key-usage-kind') return shownKey(describeKeyIn(certificate));
  if (rule === 'serial') return value(Buffer.from(certificate.serial).toString('hex'));
  return undefined;
}
