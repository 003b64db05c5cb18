/// <reference types="vite/client" />

declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, object>)
    fromXML(xml: string): Promise<{ rootElement: object, elementsById: Record<string, object>, warnings: Error[] }>
    toXML(element: object): Promise<{ xml: string }>
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Record<string, object>)
    fromXML(xml: string): Promise<{ rootElement: object, warnings: Error[] }>
    toXML(element: object): Promise<{ xml: string }>
  }
}

declare module 'bpmn-js-differ' {
  export function diff(before: object, after: object): object
}
