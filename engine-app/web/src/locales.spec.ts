import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Texts = { [key: string]: string | Texts }
const folder = 'src/locales/zh-CN'
const texts: Texts = Object.fromEntries(readdirSync(folder).map(file => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Texts]))
const find = (key: string) => key.split('.').reduce<string | Texts | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), texts)

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => /\.(vue|ts)$/.test(file) && !file.endsWith('.spec.ts'))
const code = sources.map(file => readFileSync(join('src', file), 'utf8')).join('\n')
const named = new Set([...code.matchAll(/['"`]([a-zA-Z]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
const begun = [...new Set([...code.matchAll(/['"`]([a-zA-Z]+(?:\.[\w-]+)*\.[\w-]*)(?:['"]|\$\{)/g)].map(([, beginning]) => beginning))].filter(beginning => !named.has(beginning))
const used = sources.flatMap(file => [...readFileSync(join('src', file), 'utf8').matchAll(/(?:\bt|\bsay)\(\s*'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(([, key]) => [key, file]))

describe('texts', () => {
  it.each(used)('%s, used in %s, is written', key => expect(find(key)).toBeTypeOf('string'))

  it('that are written are used', () => expect(keys(texts).filter(key => !named.has(key) && !begun.some(beginning => key.startsWith(beginning)))).toEqual([]))

  it.each(Object.keys(texts))('%s keeps its keys sorted', floor => expect(unsorted(texts[floor] as Texts)).toEqual([]))
})

function keys(tree: Texts, above = ''): string[] {
  return Object.entries(tree).flatMap(([key, text]) => (typeof text === 'string' ? [above + key] : keys(text, `${above}${key}.`)))
}

function unsorted(tree: Texts): string[] {
  const keys = Object.keys(tree).filter(key => !/^\d/.test(key)) // codes: JSON reads those that look like numbers first
  const wrong = keys.filter((key, at) => at > 0 && keys[at - 1] > key)
  return [...wrong, ...keys.flatMap(key => (typeof tree[key] === 'object' ? unsorted(tree[key]) : []))]
}
