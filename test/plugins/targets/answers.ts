/** Answers of the first step, as profiles have them. */
export const own = { 'domain.kind': 'custom', 'domain.fqdn': 'www.contoso.com' } as const;
export const microsoft = { 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'contoso' } as const;
export const none = { 'domain.kind': 'none' } as const;

export const put = (compute: string) => new RegExp(`^PUT /subscriptions/.*/computes/${compute}$`);
