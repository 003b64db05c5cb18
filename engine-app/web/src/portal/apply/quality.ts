/** What may be wrong with a photograph, seen before it is sent. */
export type Fault = 'small' | 'blurred' | 'dark' | 'glare'

const EDGE = 640
const SHORTEST = 600
const SHARP = 60
const DARK = 60
const GLARE = 0.12

/** Looks at the picture itself; nothing where it is no picture that this browser can open. */
export async function faultsOfPicture(file: File): Promise<Fault[]> {
  if (!/^image\/(png|jpeg)$/.test(file.type) || typeof createImageBitmap === 'undefined') return []
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
    const [width, height] = [Math.max(3, Math.round(picture.width * scale)), Math.max(3, Math.round(picture.height * scale))]
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d', { willReadFrequently: true })!
    pen.drawImage(picture, 0, 0, width, height)
    const small = Math.min(picture.width, picture.height) < SHORTEST
    picture.close()
    return faultsOfGrey(grey(pen.getImageData(0, 0, width, height).data), width, height, small)
  } catch {
    return []
  }
}

function grey(pixels: Uint8ClampedArray): Float32Array {
  const shades = new Float32Array(pixels.length / 4)
  for (let at = 0; at < shades.length; at++) shades[at] = 0.299 * pixels[4 * at] + 0.587 * pixels[4 * at + 1] + 0.114 * pixels[4 * at + 2]
  return shades
}

/**
 * Blurred where neighbouring points hardly differ (variance of the Laplacian), dark by the mean shade, glare where a part of
 * a page that is not white as a whole is burnt out.
 */
export function faultsOfGrey(shades: Float32Array, width: number, height: number, small: boolean): Fault[] {
  let sum = 0, sumOfSquares = 0, count = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const bend = 4 * shades[at] - shades[at - 1] - shades[at + 1] - shades[at - width] - shades[at + width]
      sum += bend
      sumOfSquares += bend * bend
      count++
    }
  }
  const sharpness = sumOfSquares / count - (sum / count) ** 2
  const mean = shades.reduce((all, shade) => all + shade, 0) / shades.length
  const burnt = shades.reduce((all, shade) => all + (shade > 252 ? 1 : 0), 0) / shades.length
  const faults: (Fault | false)[] = [small && 'small', sharpness < SHARP && 'blurred', mean < DARK && 'dark', mean < 200 && burnt > GLARE && 'glare']
  return faults.filter(fault => fault !== false)
}
