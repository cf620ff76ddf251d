// Instellingen voor productie. Vul in wat tussen <> staat; bij elke regel staat waar je het vindt.
// Geheimen staan hier niet: die lees je uit een omgevingsvariabele van wie uitrolt.
using './main.bicep'

// Begin van alle namen in Azure: 3 tot en met 10 kleine letters en cijfers. Daarna niet meer veranderen.
param name = 'wijkteam'

// SingleTenant: een app-registratie met een geheim dat verloopt; ook de tab Trends kan ermee inloggen.
// UserAssignedMSI: geen geheim, en niets dat verloopt; de tab Trends kan er nu nog niet mee inloggen.
param botType = 'SingleTenant'

// Microsoft Entra > App registrations > de bot > Application (client) ID. Bij UserAssignedMSI: leeg ('').
param botAppId = '<id van de app-registratie>'

// Microsoft Entra > App registrations > de bot > Certificates & secrets > Value (niet Secret ID).
// Alleen nodig als het geheim nieuw is; leeg laat de kluis zoals die is.
param botSecret = readEnvironmentVariable('BOT_SECRET', '')

// Alleen de eerste keer nodig. Maak er een met: node -p "crypto.randomBytes(32).toString('base64url')"
// Verandert het later, dan zijn alle lopende rondes weg.
param stateSecret = readEnvironmentVariable('STATE_SECRET', '')

// Wie de trends mag zien: Microsoft Entra > Users > de persoon > Object ID. Elk id tussen aanhalingstekens.
param teamLeadIds = []

// Wie de inhoud beheert en de trends mag zien.
param staffIds = []

// Mag één programmamedewerker nieuwe inhoud publiceren (one), of kijkt altijd een tweede mee (two)?
param contentApproval = 'one'

// Teams-beheercentrum > Teams-apps > Apps beheren > de app > App ID. Vul het in als het een ander id is dan dat van de bot;
// pas bekend na stap 9 van docs/installatie.md.
param teamsAppId = ''

// Alleen als iedereen in dezelfde regio werkt: het id uit dialogs/regions, zoals alkmaar. Leeg: de bot vraagt het.
param region = ''

// Alleen als ook een andere organisatie de bot gebruikt: haar tenant (Microsoft Entra > Overview > Tenant ID).
param allowedTenants = []

// Alleen buiten de gewone Microsoft-cloud: namen van servers van Teams, zonder https://.
param serviceHosts = []

// Kleinere aantallen laten de trends niet zien. Nooit onder de 10; leg de keuze vast in de DPIA.
param trendsMinimum = 10

// Dagen dat het beveiligingslogboek hoogstens blijft staan. Het staat op de schijf van het exemplaar, en verdwijnt daarmee:
// stuur het door naar jullie eigen logvoorziening. Vraag je informatiebeveiliger wat bij jullie de regel is.
param securityLogDays = 180

// Zet op true als een andere machine de metingen op /metrics moet lezen. Daar is dan een geheim voor nodig.
param metricsFromOutside = false

// Dat geheim, alleen als het nieuw is. Maak er een met: node -p "crypto.randomBytes(32).toString('base64url')"
param metricsToken = readEnvironmentVariable('METRICS_TOKEN', '')

// Wie een mail krijgt als er iets mis is. Neem een gedeelde mailbox, geen persoon.
param alertEmail = '<mailadres van beheer>'

// B1 is genoeg voor een gemeente (1 kern, 1,75 GB). P0v3 is sneller, en kan meer exemplaren aan.
param planSku = 'B1'

// Met 2 draait de bot door als er één uitvalt; het plan wordt dan twee keer zo duur.
param instances = 1

// Maanden dat de tellingen van gebruik blijven staan.
param usageRetentionMonths = 24

// Dagen dat het logboek blijft staan. Vraag je informatiebeveiliger wat bij jullie de regel is.
param logRetentionDays = 90

// Zet dit alleen even op debug om een storing te zoeken.
param logLevel = 'info'
