import type { Glance } from '../world.ts';
import { checkAsked, checkCompute, checkUnchanged, checkUri } from './azure.ts';
import { checkAbsent, checkCaa, checkLeads } from './dns.ts';
import { checkFile, checkPair, checkProfile } from './folder.ts';
import type { Check } from './schema.ts';
import type { Seen } from './seen.ts';
import { checkServed } from './served.ts';

/** Looks whether a check holds: at resources, handshakes, DNS answers and files, never at what was typed. */
export async function lookAt(check: Check, glance: Glance): Promise<Seen> {
  switch (check.check) {
    case 'compute':
      return checkCompute(check, glance);
    case 'uri':
      return checkUri(check, glance);
    case 'served':
      return await checkServed(check, glance);
    case 'leads':
      return await checkLeads(check, glance);
    case 'absent':
      return await checkAbsent(check, glance);
    case 'caa':
      return await checkCaa(check, glance);
    case 'asked':
      return await checkAsked(check, glance);
    case 'unchanged':
      return await checkUnchanged(check, glance);
    case 'profile':
      return await checkProfile(check, glance);
    case 'pair':
      return await checkPair(check, glance);
    case 'file':
      return await checkFile(check, glance);
  }
}
