import { describe, expect, it } from 'vitest'
import { faultsOfGrey, faultsOfPicture } from './quality'

const [width, height] = [60, 40]
const page = (shade: (x: number, y: number) => number) => Float32Array.from({ length: width * height }, (_, at) => shade(at % width, Math.floor(at / width)))
const text = (x: number, y: number) => (x % 4 < 2 && y % 4 < 2 ? 20 : 190)

describe('a photograph before it is sent', () => {
  it('is good where letters stand out', () => expect(faultsOfGrey(page(text), width, height, false)).toEqual([]))
  it('is blurred where they run together', () => expect(faultsOfGrey(page(x => 120 + x), width, height, false)).toEqual(['blurred']))
  it('is dark', () => expect(faultsOfGrey(page((x, y) => text(x, y) / 5), width, height, false)).toContain('dark'))
  it('has a burnt-out part', () => expect(faultsOfGrey(page((x, y) => (x < 12 ? 255 : text(x, y) * 0.8)), width, height, false)).toEqual(['glare']))
  it('is too small to be read', () => expect(faultsOfGrey(page(text), width, height, true)).toEqual(['small']))
  it('is not judged where it is no picture', async () => expect(await faultsOfPicture(new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }))).toEqual([]))
})
