// De kluis met de geheimen. De bot mag ze lezen, en verder niets.
param name string
param location string
param readerPrincipalId string
@secure()
param stateSecret string
@secure()
param botSecret string
@secure()
param metricsToken string
param workspaceId string

// Ingebouwde rol: Key Vault Secrets User.
var secretsUserRoleId = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource stateSecretValue 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(stateSecret)) {
  parent: vault
  name: 'state-secret'
  properties: {
    value: stateSecret
  }
}

resource botSecretValue 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(botSecret)) {
  parent: vault
  name: 'bot-secret'
  properties: {
    value: botSecret
  }
}

resource metricsTokenValue 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(metricsToken)) {
  parent: vault
  name: 'metrics-token'
  properties: {
    value: metricsToken
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerPrincipalId, secretsUserRoleId)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUserRoleId)
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// Wie welk geheim las of veranderde.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logboek'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
