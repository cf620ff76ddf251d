/** The parts of a Teams manifest that are used here; the published schema checks all of it. */
export interface Manifest {
  manifestVersion: string;
  id: string;
  localizationInfo?: { additionalLanguages?: { file: string }[] };
  developer: { name: string };
  name: { short: string; full?: string };
  description: { short: string; full: string };
  icons: { color: string; outline: string };
  bots?: { botId: string }[];
  composeExtensions?: { botId: string }[];
  staticTabs?: { entityId: string; contentUrl?: string; websiteUrl?: string }[];
  validDomains?: string[];
  webApplicationInfo?: { id: string; resource?: string };
}
