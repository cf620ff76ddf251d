import { decode } from "fast-png";

/** From Microsoft's design guidelines for app icons, in pixels. */
const SIDE = { color: 192, outline: 32 };
type Kind = keyof typeof SIDE;

/**
 * Checks an icon as Teams does: a PNG of the right size; the outline is white on nothing.
 * @returns one line per mistake
 */
export function checkIcon(file: string, kind: Kind, bytes: Uint8Array | undefined): string[] {
  const image = bytes && decodePng(bytes);
  if (!image) return [`${file}: is geen PNG`];
  const side = SIDE[kind];
  const { width, height } = image;
  return [
    ...(width === side && height === side
      ? []
      : [`${file}: is ${width} x ${height} pixels, en moet ${side} x ${side} zijn`]),
    ...(kind === "color" || isWhiteOnNothing(image)
      ? []
      : [`${file}: mag alleen wit zijn, op een doorzichtige achtergrond`]),
  ];
}

function decodePng(bytes: Uint8Array): ReturnType<typeof decode> | undefined {
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

function isWhiteOnNothing({ data, channels }: ReturnType<typeof decode>): boolean {
  if (channels !== 4) return false;
  const pixels = Array.from({ length: data.length / 4 }, (_, index) => data.slice(index * 4, index * 4 + 4));
  const isClear = (pixel: ArrayLike<number>) => pixel[3] === 0;
  const isWhite = (pixel: ArrayLike<number>) => pixel[0] === 255 && pixel[1] === 255 && pixel[2] === 255;
  return pixels.some(isClear) && pixels.every((pixel) => isClear(pixel) || isWhite(pixel));
}
