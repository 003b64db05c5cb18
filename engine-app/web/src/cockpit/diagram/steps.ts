import type { Instance } from '../api'

export type StepState = 'failed' | 'waiting' | 'passed'
export interface Step { id: string, name: string, kind: string, state: StepState, calls: string | null }

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const SHOWN = new Set(['startEvent', 'endEvent', 'intermediateCatchEvent', 'boundaryEvent', 'userTask', 'serviceTask', 'businessRuleTask', 'receiveTask', 'callActivity', 'subProcess', 'exclusiveGateway', 'inclusiveGateway'])
const ORDER: StepState[] = ['failed', 'waiting', 'passed']

/** The diagram in words: what failed, what is being done, what is done; for the eye beside the picture, for the ear instead of it. */
export function stepsOf(xml: string, instance: Instance, instances: Instance[]): Step[] {
  const elements = new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS(BPMN, '*')
  const steps: Step[] = []
  for (const element of elements) {
    const id = element.getAttribute('id') ?? ''
    const state = stateOf(id, instance)
    const name = element.getAttribute('name') ?? ''
    if (!state || !name || !SHOWN.has(element.localName)) continue
    steps.push({ id, name, kind: element.localName, state, calls: calledBy(id, element.getAttribute('calledElement'), instance, instances)?.id ?? null })
  }
  return steps.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

export function stateOf(id: string, { failed, waiting, passed }: Instance): StepState | undefined {
  if (failed.includes(id)) return 'failed'
  if (waiting.includes(id)) return 'waiting'
  return passed.includes(id) ? 'passed' : undefined
}

/** The instance that a call activity started: by the activity itself, or by the process where that is not known. */
export function calledBy(activity: string, calledElement: string | null, parent: Instance, instances: Instance[]) {
  const children = instances.filter(child => child.parentId === parent.id)
  const named = children.filter(child => child.callActivityId)
  if (named.length) return named.filter(child => child.callActivityId === activity).at(-1)
  return calledElement ? children.find(child => child.processKey === calledElement) : undefined
}

/** From the application's process down to this one. */
export function pathTo(id: string | undefined, instances: Instance[]): Instance[] {
  const path: Instance[] = []
  for (let at = instances.find(one => one.id === id); at && !path.includes(at); at = instances.find(one => one.id === at!.parentId)) path.unshift(at)
  return path
}

/** Where to look first: the one asked for, else something failed, else the newest still running, else the first. */
export function firstToShow(asked: string | undefined, no: string, instances: Instance[]): Instance | undefined {
  return instances.find(one => one.id === asked)
    ?? instances.find(one => one.businessKey === no && one.failed.length)
    ?? instances.find(one => one.businessKey === no)
    ?? instances[0]
}
