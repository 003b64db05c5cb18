import type { Candidate, Element, Step } from './api'

/** What a modification begins with: away from where they wait, to a place still to be named. */
export const firstSteps = (activity: string): Step[] => [{ act: 'CANCEL', element: activity }, { act: 'BEFORE', element: '' }]

/** Steps that name an element; a row nobody filled in is none. */
export const named = (steps: Step[]) => steps.filter(step => step.element)

/** Where a token may be taken from: only where one can stand. */
export const offered = (elements: Element[], act: Step['act']) => elements.filter(one =>
  act === 'CANCEL' ? one.waits || one.kind === 'subProcess' : one.kind !== 'startEvent' && (act === 'BEFORE' || one.kind !== 'endEvent'))

export const labelOf = (element: Element) => (element.scope ? `${element.name}（${element.scope}）` : element.name)

/** Ids of the elements the chosen ones wait at; the server tells their labels. */
export function waitingAt(candidates: Candidate[], elements: Element[]) {
  const labels = new Set(candidates.flatMap(one => one.places))
  return elements.filter(one => one.waits && labels.has(one.name)).map(one => one.id)
}
