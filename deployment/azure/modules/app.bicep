// De bot zelf: App Service op Linux met Node 24, zonder bouwstap.
param name string
param location string
param planSku string
param instances int
param identityId string
param identityClientId string
param botType string
param botAppId string
param vaultUri string
param cosmosEndpoint string
param databaseName string
param usageRetentionMonths int
param teamLeadIds array
param staffIds array
param contentApproval string
param teamsAppId string
param region string
param allowedTenants array
param serviceHosts array
param trendsMinimum int
param securityLogDays int
param metricsFromOutside bool
param logLevel string
param workspaceId string

// De namen staan in src/config.ts; een test houdt deze lijst daarmee gelijk.
var settings = union(
  {
    NODE_ENV: 'production'
    HOST: '0.0.0.0'
    LOG_LEVEL: logLevel
    // De lokale schijf van het exemplaar. Niet /home: dat is een netwerkmap, en daarop werkt SQLite in WAL-stand niet.
    DATA_DIR: '/var/tmp/wijkteam'
    MicrosoftAppId: botAppId
    MicrosoftAppType: botType
    MicrosoftAppTenantId: subscription().tenantId
    STATE_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/state-secret)'
    COSMOS_ENDPOINT: cosmosEndpoint
    COSMOS_DATABASE: databaseName
    USAGE_RETENTION_MONTHS: string(usageRetentionMonths)
    TEAM_LEAD_IDS: join(teamLeadIds, ',')
    STAFF_IDS: join(staffIds, ',')
    // Het zipbestand is alleen-lezen: programmamedewerkers veranderen de inhoud op de pagina.
    CONTENT_STORE: 'on'
    CONTENT_APPROVAL: contentApproval
    TEAMS_APP_ID: teamsAppId
    REGION: region
    ALLOWED_TENANTS: join(allowedTenants, ',')
    SERVICE_HOSTS: join(serviceHosts, ',')
    TRENDS_MINIMUM: string(trendsMinimum)
    SECURITY_LOG_DAYS: string(securityLogDays)
    // De voorkant van App Service. Zonder dit lijkt iedereen vanaf hetzelfde adres te komen.
    PROXIES: '1'
    // Een proxy uit HTTPS_PROXY geldt dan voor alles wat Node zelf vraagt.
    NODE_USE_ENV_PROXY: '1'
    // Voor @azure/identity: welke beheerde identiteit.
    AZURE_CLIENT_ID: identityClientId
    // Voor App Service: draai uit het zipbestand zoals het is, alleen-lezen, zonder op de server te bouwen.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    // In seconden: zo lang mag de bot bij het stoppen lopende beurten en tellingen afmaken. Vanzelf is dat er maar 5.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '20'
  },
  botType == 'SingleTenant'
    ? {
        MicrosoftAppPassword: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/bot-secret)'
      }
    : {},
  metricsFromOutside
    ? {
        METRICS_TOKEN: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/metrics-token)'
      }
    : {}
)

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node --max-semi-space-size=4 src/run.js'
      alwaysOn: true
      healthCheckPath: '/healthz'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      webSocketsEnabled: false
      remoteDebuggingEnabled: false
    }
  }
}

resource siteSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: settings
}

// Uitrollen kan alleen met een Entra-account, niet met een wachtwoord van de site.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeployPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

// Wat de bot schrijft. Niet het HTTP-logboek van Azure: daarin staan IP-adressen.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logboek'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
  }
}

output id string = site.id
output name string = site.name
output hostName string = site.properties.defaultHostName
