import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const read = (path: string) => readFileSync(at(path), 'utf8')
const checklist = read('../../../docs/client-checklist.md').split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| what'))
const named = checklist.flatMap(line => [...line.split('|')[2].matchAll(/`([^`]+)`/g)].map(match => match[1]))
const told = checklist.map(line => line.split('|')[3].trim()).filter(Boolean)
const pictures = [...read('../e2e/screens.ts').matchAll(/{ name: '([^']+)', as:/g)].map(match => match[1])
const specs = (folder: string): string[] => readdirSync(at(folder), { withFileTypes: true, recursive: true })
  .filter(entry => entry.name.endsWith('.spec.ts')).map(entry => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
const stories = [...specs('../e2e'), ...specs('.')].flatMap(text => [...text.matchAll(/\bit\(\s*'([^']+)'/g)].map(match => match[1]))

describe('the checklist of the client', () => {
  it('names pictures that are taken', () => expect(named.filter(name => !pictures.includes(name))).toEqual([]))
  it('names every picture', () => expect(pictures.filter(name => !named.includes(name))).toEqual([]))
  it('names stories that are told', () => expect(told.filter(story => !stories.includes(story))).toEqual([]))
})
