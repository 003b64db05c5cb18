/** Where the 14 cities lie to each other, as a map of equal tiles: column from the west, row from the north. */
const TILES: Record<string, [column: number, row: number]> = {
  430800: [2, 1], 430700: [3, 1], 430600: [5, 1],
  433100: [1, 2], 430900: [3, 2], 430100: [4, 2],
  431200: [1, 3], 431300: [3, 3], 430300: [4, 3], 430200: [5, 3],
  430500: [2, 4], 430400: [4, 4],
  431100: [3, 5], 431000: [5, 5],
}

/** Whether all of these places have a tile; else they are shown as a list. */
export const haveTiles = (codes: string[]) => codes.length > 0 && codes.every(code => code in TILES)
export const tileOf = (code: string) => ({ gridColumn: TILES[code][0], gridRow: TILES[code][1] })
