import { type Answer, type Call, ok, param, resourceGroupOf } from '../call.ts';

/** Keys of a relay or a service bus, which the practice Azure takes to be there: nothing listens behind them. */
export function connectionKeys(call: Call): Answer {
  resourceGroupOf(call);
  const key = Buffer.from(`practice ${param(call, 'namespace')} ${param(call, 'rule')}`).toString('base64');
  const connection = `Endpoint=sb://${param(call, 'namespace')}.practice/;SharedAccessKeyName=${param(call, 'rule')};SharedAccessKey=${key}`;
  return ok({ keyName: param(call, 'rule'), primaryConnectionString: connection, secondaryConnectionString: connection });
}
