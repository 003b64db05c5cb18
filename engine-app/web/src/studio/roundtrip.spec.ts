import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import camunda from 'camunda-bpmn-moddle/resources/camunda.json'
import { BpmnModdle } from 'bpmn-moddle'
import notation from 'bpmn-moddle/resources/bpmn/json/bpmn.json'
import { DmnModdle } from 'dmn-moddle'
import table from 'dmn-moddle/resources/dmn/json/dmn13.json'
import { describe, expect, it } from 'vitest'
import { camundaDecision } from './editors/camundaDecision'

/* What the studio's editors read and write again is the whole model: nothing that somebody drew or wrote is lost on the way. */

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = at('../../../../')
const templates = readdirSync(`${root}processes/.camunda/element-templates`)
  .map(file => (JSON.parse(readFileSync(`${root}processes/.camunda/element-templates/${file}`, 'utf8')) as { id: string }).id)

function models(folder: string, ending: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !['src', 'target'].includes(entry.name) && !entry.name.startsWith('.'))
    .flatMap(bundle => readdirSync(`${root}${folder}/${bundle.name}`).filter(file => file.endsWith(ending))
      .map(file => `${folder}/${bundle.name}/${file}`))
}

interface Vocabulary { types: { properties?: { name: string, isAttr?: boolean, default?: unknown }[] }[] }

/** What the notation's vocabularies take for granted is not written: a task is bound to the latest model whether that is said or not. */
const granted = new Set([camunda, notation, table].flatMap(vocabulary => (vocabulary as Vocabulary).types)
  .flatMap(type => type.properties ?? [])
  .filter(property => property.isAttr && property.default !== undefined)
  .map(property => `${property.name}=${property.default}`))

/** Lines of the model, one for each element with its attributes in any order and its text, in the order of the file. */
function lines(xml: string): string[] {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const found: string[] = []
  const walk = (element: Element, depth: number) => {
    const attributes = [...element.attributes]
      .filter(({ name, localName, value }) => name !== 'xmlns' && !name.startsWith('xmlns:') && !granted.has(`${localName}=${value}`))
      .map(({ namespaceURI, localName, value }) => `${namespaceURI ?? ''}#${localName}=${number(value)}`).sort()
    const text = element.children.length ? '' : element.textContent
    found.push(`${'  '.repeat(depth)}${element.namespaceURI}#${element.localName} ${attributes.join(' ')} ${text}`.trimEnd())
    for (const child of element.children) walk(child, depth + 1)
  }
  walk(document.documentElement, 0)
  return found
}

/** 100 and 100.0 are one place on the sheet. */
const number = (value: string) => /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value

/** What was not understood, and the model as it is written again. */
async function again(moddle: BpmnModdle | DmnModdle, xml: string) {
  const { rootElement, warnings } = await moddle.fromXML(xml)
  return { warnings: warnings.map(warning => warning.message), xml: (await moddle.toXML(rootElement)).xml }
}

describe('a model read and written again', () => {
  const whole = async (moddle: BpmnModdle | DmnModdle, file: string) => {
    const xml = readFileSync(root + file, 'utf8')
    const written = await again(moddle, xml)
    expect(written.warnings).toEqual([])
    expect(lines(written.xml)).toEqual(lines(xml))
  }

  it.each(models('processes', '.bpmn'))('%s', file => whole(new BpmnModdle({ camunda }), file))
  it.each(models('decisions', '.dmn'))('%s', file => whole(new DmnModdle({ camunda: camundaDecision }), file))

  it('tells what is lost', async () => {
    const xml = readFileSync(`${root}processes/shared/delivery.bpmn`, 'utf8')
    const strange = xml.replace('</bpmn:process>', '<bpmn:reminder id="call">致电</bpmn:reminder></bpmn:process>')
    const written = await again(new BpmnModdle({ camunda }), strange)
    expect(written.warnings).toHaveLength(1)
    expect(lines(written.xml)).not.toEqual(lines(strange))
  })
})

describe('element templates', () => {
  it.each(models('processes', '.bpmn'))('that %s names are there', (file) => {
    const named = [...readFileSync(root + file, 'utf8').matchAll(/modelerTemplate="([^"]*)"/g)].map(match => match[1])
    expect(named.filter(name => !templates.includes(name))).toEqual([])
  })
})
