/** The two attributes of Camunda's that our decisions carry, so that the designer keeps and knows them. */
export const camundaDecision = {
  name: 'Camunda', uri: 'http://camunda.org/schema/1.0/dmn', prefix: 'camunda', xml: { tagAlias: 'lowerCase' }, associations: [],
  types: [
    { name: 'Decision', extends: ['dmn:Decision'], properties: [{ name: 'versionTag', isAttr: true, type: 'String' }, { name: 'historyTimeToLive', isAttr: true, type: 'String' }] },
    { name: 'InputVariable', extends: ['dmn:InputClause'], properties: [{ name: 'inputVariable', isAttr: true, type: 'String' }] },
  ],
}
