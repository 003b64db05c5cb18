export type StepState = 'failed' | 'waiting' | 'passed'
/** Where a process is: what failed, what is being done, what is done, by element id. */
export interface Tokens { failed: string[], waiting: string[], passed: string[] }
export interface Step { id: string, name: string, kind: string, state: StepState, calls: string | null }

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const SHOWN = new Set(['startEvent', 'endEvent', 'intermediateCatchEvent', 'boundaryEvent', 'userTask', 'serviceTask', 'businessRuleTask', 'receiveTask', 'callActivity', 'subProcess', 'exclusiveGateway', 'inclusiveGateway'])
const ORDER: StepState[] = ['failed', 'waiting', 'passed']

/** The diagram in words: what failed, what is being done, what is done; for the eye beside the picture, for the ear instead of it. */
export function stepsIn(xml: string, tokens: Tokens, callsOf: (activity: string, calledElement: string | null) => string | null = () => null): Step[] {
  const elements = new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS(BPMN, '*')
  const steps: Step[] = []
  for (const element of elements) {
    const id = element.getAttribute('id') ?? ''
    const state = stateOf(id, tokens)
    const name = element.getAttribute('name') ?? ''
    if (!state || !name || !SHOWN.has(element.localName)) continue
    steps.push({ id, name, kind: element.localName, state, calls: callsOf(id, element.getAttribute('calledElement')) })
  }
  return steps.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

export function stateOf(id: string, { failed, waiting, passed }: Tokens): StepState | undefined {
  if (failed.includes(id)) return 'failed'
  if (waiting.includes(id)) return 'waiting'
  return passed.includes(id) ? 'passed' : undefined
}

/** The state of every element that was reached. */
export const statesOf = (tokens: Tokens) => Object.fromEntries([...tokens.passed, ...tokens.waiting, ...tokens.failed].map(id => [id, stateOf(id, tokens)])) as Record<string, StepState>
