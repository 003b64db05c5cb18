declare module 'bpmn-js-element-templates' {
  export const ElementTemplatesPropertiesProviderModule: object
}

declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object
  export const BpmnPropertiesProviderModule: object
  export const CamundaPlatformPropertiesProviderModule: object
}

declare module 'dmn-js/lib/Modeler' {
  export default class DmnModeler {
    constructor(options: object)
    importXML(xml: string, options?: object): Promise<unknown>
    saveXML(options?: object): Promise<{ xml: string }>
    getViews(): unknown[]
    getActiveView(): { type: string } | undefined
    getActiveViewer(): { get(name: string): unknown } | undefined
    open(view: unknown): Promise<unknown>
    on(event: string, hear: () => void): void
    destroy(): void
  }
}
