// Wanneer beheer een mail krijgt. Wat je dan doet, staat in docs/runbook.md.
param name string
param location string
param siteId string
param cosmosId string
param workspaceId string
param actionGroupId string

// Uit het logboek van de bot. De gebeurtenissen staan in src/log.ts.
var logAlerts = [
  {
    name: 'fouten'
    description: 'De bot kon vaker een beurt of verzoek niet afmaken.'
    events: '"turn-failed", "request-failed", "server-failed"'
    status: ''
    threshold: 5
  }
  {
    name: 'geheim'
    description: 'Teams weigert wat de bot stuurt: waarschijnlijk is het geheim van de bot verlopen.'
    events: '"send-failed"'
    status: '| where toint(regel.status) in (401, 403)'
    threshold: 3
  }
  {
    name: 'geweigerd'
    description: 'De bot weigert veel berichten: verkeerd ingesteld, of iemand probeert iets.'
    events: '"activity-refused"'
    status: ''
    threshold: 50
  }
]

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in logAlerts: {
  name: '${name}-${alert.name}'
  location: location
  properties: {
    description: alert.description
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    // De tabel bestaat pas als de bot een keer iets heeft geschreven.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | extend regel = parse_json(ResultDescription) | where tostring(regel.event) in (${alert.events}) ${alert.status}'
          timeAggregation: 'Count'
          operator: 'GreaterThanOrEqual'
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [actionGroupId]
    }
  }
}]

resource notAlive 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-leeft-niet'
  location: 'global'
  properties: {
    description: 'De bot antwoordt niet op /healthz.'
    severity: 1
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'gezond'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 100
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

resource databaseThrottled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-database-druk'
  location: 'global'
  properties: {
    description: 'Cosmos DB vraagt vaak om te wachten (429).'
    severity: 3
    enabled: true
    scopes: [cosmosId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'gewacht'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'TotalRequests'
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: ['429']
            }
          ]
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 100
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}
