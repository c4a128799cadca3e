import { hostPart } from '../../../../../core/domain/dns-name.ts';
import { deleteRecords, putRecords } from '../../control/records.ts';
import { type Zone, zoneRecord } from '../../state/dns.ts';
import { AzureError, badRequest, notFound } from '../../world/azure-error.ts';
import { sameName } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, param, resourceGroupOf, subscriptionOf } from '../call.ts';
import { etagOf, type RecordSet, readRecordSet, recordSetOf, recordSetView } from './record-set.ts';

const KIND = 'Microsoft.Network/dnsZones';

/** The practice zones as Azure DNS would hold them: all in the first group of the subscription. */
export function list(call: Call): Answer {
  const subscriptionId = subscriptionOf(call);
  const home = homeOf(call, subscriptionId);
  const here = call.params['group'] === undefined || sameName(resourceGroupOf(call).resourceGroup, home);
  return ok({ value: here ? call.world.state.dns.zones.map((zone) => view(zone, subscriptionId, home)) : [] });
}

export function get(call: Call): Answer {
  const { zone, subscriptionId, home } = zoneOf(call);
  return ok(view(zone, subscriptionId, home));
}

/** Of the types that can be written here. */
export function listRecordSets(call: Call): Answer {
  const { zone, subscriptionId, home } = zoneOf(call);
  const places = [...zone.records, ...(zone.aliases ?? [])].filter(({ type }) => type !== 'NS' && type !== 'CAA').map(({ name, type }) => ({ name, type }));
  const each = [...new Map(places.map((place) => [`${place.type} ${place.name}`, place])).values()];
  const id = zoneId(zone, subscriptionId, home);
  const value = each.flatMap(({ name, type }) => {
    const set = recordSetOf(zone, name, type);
    return set === undefined ? [] : [recordSetView(id, type, name, hostPart(name, zone.zone), set)];
  });
  return ok({ value });
}

export function getRecordSet(call: Call): Answer {
  const place = placeOf(call);
  const set = recordSetOf(place.zone, place.name, place.type);
  if (set === undefined) throw absent(place);
  return ok(place.view(set));
}

export function putRecordSet(call: Call): Answer {
  const place = placeOf(call);
  const { zone, name, type } = place;
  const before = recordSetOf(zone, name, type);
  guard(call, before);
  const written = readRecordSet(call.body, type);
  const others = [...zone.records, ...(zone.aliases ?? [])].filter((each) => each.name === name && each.type !== type);
  // guess: Azure's wording and status
  if (others.some((each) => type === 'CNAME' || each.type === 'CNAME')) throw badRequest('A CNAME record set and another one cannot have the same name.');
  if (type === 'CNAME' && name === zone.zone) throw badRequest('A CNAME record set cannot stand at the top of a zone.');
  forgetAlias(zone, name, type);
  deleteRecords([zone], [{ zone: zone.zone, name, type }]);
  if (written.target !== undefined) zone.aliases = [...(zone.aliases ?? []), { name, type, target: written.target, ttl: written.ttl }];
  putRecords(
    [zone],
    written.data.map((data) => ({ zone: zone.zone, name, type, data, ttl: written.ttl })),
  );
  const set = recordSetOf(zone, name, type);
  if (set === undefined) throw badRequest('The record set is empty.');
  return { status: before === undefined ? 201 : 200, headers: { etag: etagOf(set) }, body: place.view(set) };
}

export function removeRecordSet(call: Call): Answer {
  const { zone, name, type } = placeOf(call);
  const before = recordSetOf(zone, name, type);
  if (before === undefined) return { status: 204 };
  guard(call, before);
  forgetAlias(zone, name, type);
  deleteRecords([zone], [{ zone: zone.zone, name, type }]);
  return { status: 200 };
}

function guard({ ifMatch, ifNoneMatch }: Call, before: RecordSet | undefined): void {
  const wanted = ifMatch?.replace(/^"|"$/g, '');
  const differs = wanted !== undefined && (before === undefined || (wanted !== '*' && wanted !== etagOf(before)));
  if (differs || (ifNoneMatch === '*' && before !== undefined)) {
    throw new AzureError(412, 'PreconditionFailed', 'The condition in the request headers was not met: the record set was changed or exists already.');
  }
}

function forgetAlias(zone: Zone, name: string, type: string): void {
  if (zone.aliases !== undefined) zone.aliases = zone.aliases.filter((alias) => alias.name !== name || alias.type !== type);
}

interface Held {
  readonly zone: Zone;
  readonly subscriptionId: string;
  readonly home: string;
}

function zoneOf(call: Call): Held {
  const { subscriptionId, resourceGroup } = resourceGroupOf(call);
  const home = homeOf(call, subscriptionId);
  const zone = call.world.state.dns.zones.find((each) => sameName(each.zone, param(call, 'zone')) && sameName(home, resourceGroup));
  if (zone === undefined) throw notFound(`${KIND}/${param(call, 'zone')}`, resourceGroup);
  return { zone, subscriptionId, home };
}

function placeOf(call: Call) {
  const held = zoneOf(call);
  const type = zoneRecord.shape.type.safeParse(param(call, 'recordType').toUpperCase()).data;
  if (type === undefined || type === 'NS' || type === 'CAA') throw badRequest(`Record sets of type '${param(call, 'recordType')}' are not practised here.`);
  const relative = param(call, 'recordSet').toLowerCase();
  const { zone } = held.zone;
  const name = relative === '@' ? zone : `${relative}.${zone}`;
  const id = zoneId(held.zone, held.subscriptionId, held.home);
  return { ...held, name, type, view: (set: RecordSet) => recordSetView(id, type, name, hostPart(name, zone), set) };
}

function absent({ name, zone }: { readonly name: string; readonly zone: Zone }): AzureError {
  return new AzureError(404, 'NotFound', `The resource record '${hostPart(name, zone.zone)}' does not exist in zone '${zone.zone}'.`);
}

function homeOf(call: Call, subscriptionId: string): string {
  return call.world.state.resourceGroups.find((group) => group.subscriptionId === subscriptionId)?.name ?? '';
}

const zoneId = ({ zone }: Zone, subscriptionId: string, group: string) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${group.toLowerCase()}/providers/${KIND.replace('Zones', 'zones')}/${zone}`;

function view(zone: Zone, subscriptionId: string, group: string) {
  return {
    id: zoneId(zone, subscriptionId, group),
    name: zone.zone,
    type: 'Microsoft.Network/dnszones',
    etag: `00000000-0000-0000-0000-${zone.serial.toString(16).padStart(12, '0')}`,
    location: 'global',
    tags: {},
    properties: {
      maxNumberOfRecordSets: 10_000,
      numberOfRecordSets: new Set(zone.records.map(({ name, type }) => `${type} ${name}`)).size + 2,
      nameServers: zone.nameServers.map((server) => `${server}.`),
      zoneType: 'Public',
    },
  };
}
