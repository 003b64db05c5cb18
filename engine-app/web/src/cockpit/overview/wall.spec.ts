import { describe, expect, it } from 'vitest'
import { haveTiles, tileOf } from './tiles'

const CITIES = ['430100', '430200', '430300', '430400', '430500', '430600', '430700', '430800', '430900', '431000', '431100', '431200', '431300', '433100']

describe('the map of tiles', () => {
  it('knows every city, each in a place of its own', () => {
    expect(haveTiles(CITIES)).toBe(true)
    expect(new Set(CITIES.map(code => JSON.stringify(tileOf(code)))).size).toBe(14)
  })
  it('leaves counties to the table', () => expect(haveTiles(['430102', '430103'])).toBe(false))
})
