const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/** The processes that the call activities of a model call, by the activity's id. */
export const calledIn = (xml: string) => Object.fromEntries([...new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS(BPMN, 'callActivity')]
  .map(call => [call.getAttribute('id') ?? '', call.getAttribute('calledElement') ?? '']).filter(([, called]) => called)) as Record<string, string>
