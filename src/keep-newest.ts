/** Puts a value in a map as its newest; when there are more than `most`, the one that was put there longest ago goes. */
export function keepNewest<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  // A Map keeps the order in which its keys came.
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
