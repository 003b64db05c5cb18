import type { Element, Pair } from './api'

/** Elements a person may have to find the other end for; gateways and ends hold no token. */
export const mappable = (elements: Element[]) => elements.filter(one => one.waits || one.kind === 'subProcess')

/** The correspondence with one element's other end changed; without another end it has none. */
export const paired = (pairs: Pair[], from: string, to: string): Pair[] =>
  [...pairs.filter(pair => pair.from !== from), ...(to ? [{ from, to }] : [])]

export const otherEnd = (pairs: Pair[], from: string) => pairs.find(pair => pair.from === from)?.to ?? ''

/** What stands without another end, and cases wait there: they can't be migrated. */
export const unpaired = (elements: Element[], pairs: Pair[], waiting: string[]) =>
  elements.filter(one => waiting.includes(one.id) && !otherEnd(pairs, one.id))
