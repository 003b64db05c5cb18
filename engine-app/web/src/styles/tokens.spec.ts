import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const css = readFileSync(at('./tokens.css'), 'utf8')
const { color } = (axe as unknown as { commons: { color: { Color: new (red: number, green: number, blue: number, alpha: number) => object, getContrast: (one: object, other: object) => number } } }).commons
type Colours = Record<string, [light: string, dark: string]>

/** The pairs of colours that stand in one block of the style sheet. */
function coloursOf(selector: string): Colours {
  const block = css.slice(css.indexOf(`${selector} {`), css.indexOf('}', css.indexOf(`${selector} {`)))
  return Object.fromEntries([...block.matchAll(/(--[a-z0-9-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)/g)].map(([, name, light, dark]) => [name, [light, dark]]))
}

function colourOf(hex: string) {
  const [red, green, blue] = (hex.length === 4 ? [...hex.slice(1)].map(digit => digit + digit) : hex.slice(1).match(/../g)!).map(part => parseInt(part, 16))
  return new color.Color(red, green, blue, 1)
}

const usual = coloursOf(':root')
const looks: Record<string, { colours: Colours, least: number }> = {
  usual: { colours: usual, least: 4.5 },
  elder: { colours: { ...usual, ...coloursOf(':root[data-elder]') }, least: 4.5 },
  contrast: { colours: { ...usual, ...coloursOf(":root[data-theme='contrast']") }, least: 7 },
}
const inks = ['--text', '--muted', '--blue', '--good', '--warn', '--bad']
const papers: Record<string, string[]> = {
  '--page': inks, '--surface': inks, '--surface-2': inks,
  '--blue-soft': ['--text', '--blue'], '--good-soft': ['--text', '--good'], '--warn-soft': ['--text', '--warn'], '--bad-soft': ['--text', '--bad'], '--blue': ['--on-blue'],
}

describe.each(Object.entries(looks))('the %s look', (_, { colours, least }) => {
  it.each([['light', 0], ['dark', 1]] as const)(`has text of at least ${least}:1 on every ground (%s)`, (_, side) => {
    const faint = Object.entries(papers).flatMap(([paper, written]) => written.map(ink => ({ ink, paper, ratio: color.getContrast(colourOf(colours[paper][side]), colourOf(colours[ink][side])) }))).filter(({ ratio }) => ratio < least)
    expect(faint).toEqual([])
  })
})
