const LENGTH = 40;

/** An id made of a title, once: in small letters, with hyphens, and unlike those that there are. */
export function slugOf(title: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  const plain = title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LENGTH)
    .replaceAll(/^-+|-+$/g, "");
  const slug = plain || "nieuw";
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!known.has(id)) return id;
  }
}
