// Eén beheerde identiteit: zonder wachtwoord bij de kluis en de database, en bij UserAssignedMSI ook bij Teams.
param name string
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
