import { BpmnModdle } from 'bpmn-moddle'
import { diff } from 'bpmn-js-differ'
import camunda from 'camunda-bpmn-moddle/resources/camunda.json'
import type { Mark } from '@/ui/diagram/marks'

export const WAYS = ['added', 'removed', 'changed', 'moved'] as const
export type Way = (typeof WAYS)[number]
export interface Change { name: string, before: string, after: string }
/** One element that two editions of a model do not have alike. */
export interface Difference { id: string, way: Way, kind: string, name: string, from: string, to: string, changes: Change[] }

interface Element { $type: string, id?: string, name?: string, sourceRef?: Element, targetRef?: Element, bpmnElement?: Element, body?: string }
interface Found { _added: Record<string, Element>, _removed: Record<string, Element>, _layoutChanged: Record<string, Element>, _changed: Record<string, { model: Element, attrs: Record<string, object> }> }

const HIDDEN = new Set(['bpmn:Process', 'bpmn:Definitions', 'bpmn:Collaboration'])

/** What a newer edition of a model adds, takes away, changes and only moves; the order is that of the list. */
export async function compare(before: string, after: string): Promise<Difference[]> {
  const [old, now] = await Promise.all([before, after].map(xml => new BpmnModdle({ camunda }).fromXML(xml)))
  const found = diff(old.rootElement, now.rootElement) as Found
  // The values are read from the models: the differ tells them the other way round where both sides have one.
  const changed = Object.values(found._changed).map(({ model, attrs }) => ({
    ...described(now.elementsById[model.id ?? ''] as Element ?? model, 'changed'),
    changes: Object.keys(attrs).map(name => ({ name, before: valueOf(old.elementsById, model, name), after: valueOf(now.elementsById, model, name) })),
  }))
  const moved = Object.values(found._layoutChanged).filter(element => !found._changed[element.id ?? ''])
  return [...Object.values(found._added).map(element => described(element, 'added')), ...Object.values(found._removed).map(element => described(element, 'removed')), ...changed, ...moved.map(element => described(element, 'moved'))]
    .filter(one => one.id && (!HIDDEN.has(`bpmn:${one.kind}`) || one.changes.length))
}

const described = (element: Element, way: Way): Difference => ({
  id: element.id ?? '', way, kind: element.$type.replace(/^\w+:/, ''), name: element.name ?? '', changes: [],
  from: called(element.sourceRef), to: called(element.targetRef),
})

const valueOf = (elements: Record<string, object>, { id = '' }: Element, name: string) => shown((elements[id] as Record<string, unknown> | undefined)?.[name])

const called = (element?: Element) => (element ? element.name || element.id || '' : '')

function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  const { body, name, id } = value as Element
  return body ?? name ?? id ?? ''
}

/** The differences on one of the two pictures: what is not there can't be coloured. */
export const marksOf = (differences: Difference[], side: 'before' | 'after'): Mark[] => differences
  .filter(one => one.way !== (side === 'before' ? 'added' : 'removed'))
  .map(one => ({ id: one.id, tint: one.way, badges: [] }))
