// De registratie bij Azure AI Bot Service, met alleen het kanaal Teams.
param name string
param botType string
param botAppId string
param identityId string
param hostName string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    // Gratis, en zonder maximum voor Teams.
    name: 'F0'
  }
  properties: {
    displayName: 'Wijkteam-assistent'
    endpoint: 'https://${hostName}/api/messages'
    msaAppId: botAppId
    msaAppType: botType
    msaAppTenantId: subscription().tenantId
    msaAppMSIResourceId: botType == 'UserAssignedMSI' ? identityId : null
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      enableCalling: false
      isEnabled: true
    }
  }
}

output appId string = bot.properties.msaAppId
