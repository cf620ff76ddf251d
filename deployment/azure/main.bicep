// De wijkteam-assistent in één resourcegroep. Wat elke instelling betekent, staat in productie.bicepparam.
// Waarom App Service, en wat dat voor de lokale schijf betekent: docs/adr/0011-app-service-for-azure.md.

@description('Begin van alle namen: kleine letters en cijfers, hoogstens 10 tekens.')
@minLength(3)
@maxLength(10)
param name string

@description('Waar de gegevens staan. West Europe is Nederland.')
param location string = resourceGroup().location

@description('Hoe de bot zich bij Microsoft meldt.')
@allowed(['SingleTenant', 'UserAssignedMSI'])
param botType string

@description('Alleen bij SingleTenant: het Application (client) ID van de app-registratie.')
param botAppId string = ''

@description('Alleen bij SingleTenant, en alleen als het geheim nieuw is: de waarde ervan. Leeg laat de kluis zoals die is.')
@secure()
param botSecret string = ''

@description('Alleen de eerste keer: het geheim dat sleutels van gesprekken onherleidbaar maakt. Leeg laat de kluis zoals die is.')
@secure()
param stateSecret string = ''

@description('Object-ids uit Entra van teamleiders die de trends mogen zien.')
param teamLeadIds array

@description('Object-ids uit Entra van programmamedewerkers.')
param staffIds array

@description('Of een publicatie van inhoud een tweede persoon nodig heeft: one of two.')
@allowed([
  'one'
  'two'
])
param contentApproval string = 'one'

@description('Het id van de app in het Teams-beheercentrum, als dat anders is dan dat van de bot. Leeg: hetzelfde.')
param teamsAppId string = ''

@description('Het id van de regio, als iedereen in dezelfde werkt. Leeg: de bot vraagt het.')
param region string = ''

@description('Tenants naast de eigen die de bot mogen gebruiken.')
param allowedTenants array = []

@description('Servers van Teams buiten de gewone Microsoft-cloud.')
param serviceHosts array = []

@description('Kleinste aantal dat de trends laten zien.')
@minValue(10)
@maxValue(1000)
param trendsMinimum int = 10

@description('Hoeveel dagen het beveiligingslogboek bewaard blijft.')
@minValue(1)
@maxValue(3650)
param securityLogDays int = 180

@description('Of een andere machine de metingen mag lezen, met het geheim in metricsToken.')
param metricsFromOutside bool = false

@description('Alleen als de metingen van buiten te lezen zijn en het geheim nieuw is. Leeg laat de kluis zoals die is.')
@secure()
param metricsToken string = ''

@description('Wie bericht krijgt als er iets mis is.')
param alertEmail string

@description('Grootte van het App Service-plan.')
param planSku string = 'B1'

@description('Aantal exemplaren van de bot naast elkaar.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Hoeveel maanden de tellingen van gebruik bewaard blijven.')
@minValue(1)
param usageRetentionMonths int = 24

@description('Hoeveel dagen het logboek bewaard blijft.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Hoeveel de bot in het logboek schrijft.')
@allowed(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
param logLevel string = 'info'

// Namen van sites, kluizen en databases zijn in heel Azure uniek.
var suffix = uniqueString(resourceGroup().id)
var databaseName = 'wijkteam'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${name}-id'
    location: location
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: name
    location: location
    retentionDays: logRetentionDays
    alertEmail: alertEmail
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${name}-${suffix}', 24)
    location: location
    readerPrincipalId: identity.outputs.principalId
    stateSecret: stateSecret
    botSecret: botSecret
    metricsToken: metricsToken
    workspaceId: logs.outputs.workspaceId
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: '${name}-${suffix}'
    location: location
    databaseName: databaseName
    writerPrincipalId: identity.outputs.principalId
    workspaceId: logs.outputs.workspaceId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: '${name}-${suffix}'
    location: location
    planSku: planSku
    instances: instances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    botType: botType
    botAppId: botType == 'UserAssignedMSI' ? identity.outputs.clientId : botAppId
    vaultUri: vault.outputs.uri
    cosmosEndpoint: cosmos.outputs.endpoint
    databaseName: databaseName
    usageRetentionMonths: usageRetentionMonths
    teamLeadIds: teamLeadIds
    staffIds: staffIds
    contentApproval: contentApproval
    teamsAppId: teamsAppId
    region: region
    allowedTenants: allowedTenants
    serviceHosts: serviceHosts
    trendsMinimum: trendsMinimum
    securityLogDays: securityLogDays
    metricsFromOutside: metricsFromOutside
    logLevel: logLevel
    workspaceId: logs.outputs.workspaceId
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${suffix}'
    botType: botType
    botAppId: botType == 'UserAssignedMSI' ? identity.outputs.clientId : botAppId
    identityId: identity.outputs.id
    hostName: app.outputs.hostName
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    siteId: app.outputs.id
    cosmosId: cosmos.outputs.id
    workspaceId: logs.outputs.workspaceId
    actionGroupId: logs.outputs.actionGroupId
  }
}

@description('Voor npm run package:teams -- --domain, en voor npm run doctor -- --url.')
output domain string = app.outputs.hostName

@description('Voor npm run package:teams -- --app-id.')
output appId string = bot.outputs.appId

@description('Voor az webapp deploy --name.')
output siteName string = app.outputs.name

@description('Voor az keyvault secret set --vault-name.')
output vaultName string = vault.outputs.name
