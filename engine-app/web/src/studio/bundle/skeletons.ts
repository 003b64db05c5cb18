import type { Kind } from '../api'

export const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const EDITION = () => new Date().toISOString().slice(0, 7)

/** What a new file begins with: already in keeping with the conventions that have no choice. */
export function skeleton(kind: Extract<Kind, 'bpmn' | 'dmn' | 'form'>, key: string, name: string): string {
  const label = name.replace(/[<>&"]/g, '')
  return { bpmn, dmn, form }[kind](key, label)
}

const bpmn = (key: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://onevisit.io/bundles">
  <bpmn:process id="${key}" name="${name}" isExecutable="true" camunda:historyTimeToLive="P90D" camunda:versionTag="${EDITION()}">
    <bpmn:startEvent id="started" name="已开始" camunda:asyncAfter="true" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${key}">
      <bpmndi:BPMNShape id="startedShape" bpmnElement="started"><dc:Bounds x="180" y="160" width="36" height="36" /></bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`

const dmn = (key: string, name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions" name="${name}" namespace="http://onevisit.io/bundles">
  <decision id="${key}" name="${name}" camunda:historyTimeToLive="P90D" camunda:versionTag="${EDITION()}">
    <decisionTable id="table" hitPolicy="UNIQUE">
      <input id="input1" label="条件"><inputExpression id="inputExpression1" typeRef="string"><text>variable</text></inputExpression></input>
      <output id="output1" label="结果" name="result" typeRef="string" />
    </decisionTable>
  </decision>
  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="${key}"><dc:Bounds x="160" y="100" width="180" height="80" /></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
</definitions>
`

const form = (key: string, name: string) => `${JSON.stringify({
  id: key, type: 'default', schemaVersion: 18, components: [{ id: 'intro', type: 'text', text: `## ${name}` }],
}, null, 2)}
`
