// Suffixes that Azure gives to services by name: a name there that nobody holds can be taken by anybody
// (learn.microsoft.com/azure/security/fundamentals/subdomain-takeover).
const SERVICES: Readonly<Record<string, string>> = {
  'azurewebsites.net': 'Azure App Service',
  'azurewebsites.us': 'Azure App Service',
  'trafficmanager.net': 'Azure Traffic Manager',
  'azurefd.net': 'Azure Front Door',
  'azureedge.net': 'Azure CDN',
  'azure-api.net': 'Azure API Management',
  'azurecontainer.io': 'Azure Container Instances',
  'azurecontainerapps.io': 'Azure Container Apps',
  'azurestaticapps.net': 'Azure Static Web Apps',
  'cloudapp.azure.com': 'an Azure public IP address',
  'cloudapp.net': 'Azure Cloud Services',
  'cloudapp.chinacloudapi.cn': 'an Azure public IP address',
  'cloudapp.usgovcloudapi.net': 'an Azure public IP address',
  'blob.core.windows.net': 'Azure Storage',
  'web.core.windows.net': 'Azure Storage',
};

/** Which of Azure's services a name belongs to; undefined for others. */
export function serviceBehind(name: string): string | undefined {
  return Object.entries(SERVICES).find(([suffix]) => name.endsWith(`.${suffix}`))?.[1];
}
