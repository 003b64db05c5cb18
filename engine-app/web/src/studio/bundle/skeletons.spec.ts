import { describe, expect, it } from 'vitest'
import { KEBAB, skeleton } from './skeletons'

describe('a new file', () => {
  it.each(['bpmn', 'dmn'] as const)('%s is whole and named like its file', kind => {
    const document = new DOMParser().parseFromString(skeleton(kind, 'clerk-review', '审查 <"&">'), 'application/xml')

    expect(document.querySelector('parsererror')).toBeNull()
    const named = [...document.getElementsByTagName('*')].find(element => element.getAttribute('id') === 'clerk-review')!
    expect(named.getAttribute('name')).toBe('审查 ')
    expect(named.getAttribute('camunda:historyTimeToLive')).toBe('P90D')
  })

  it('form carries its key', () => {
    expect(JSON.parse(skeleton('form', 'clerk-review', '审查'))).toMatchObject({ id: 'clerk-review', type: 'default' })
  })

  it.each([['clerk-review', true], ['clerkReview', false], ['-x', false], ['审查', false]])('%s as a key: %s', (key, good) => expect(KEBAB.test(key)).toBe(good))
})
