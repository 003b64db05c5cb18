import { describe, expect, it } from 'vitest'
import newer from '@mocks/models/item-handling.bpmn?raw'
import { olderItemHandling as older } from '@mocks/fixtures/processes'
import { compare, marksOf } from './differences'

describe('two editions of a model', () => {
  it('differ in what was added, removed and changed', async () => {
    const found = await compare(older, newer)

    expect(found.filter(one => one.way === 'added').map(one => one.id).sort()).toEqual(['flow3', 'lookUpLicenses'])
    expect(found.find(one => one.id === 'acceptCase1')).toMatchObject({ way: 'changed', kind: 'ServiceTask', changes: [{ name: 'name', before: '登记受理', after: '受理' }] })
    expect((await compare(newer, older)).find(one => one.id === 'acceptCase1')?.changes).toEqual([{ name: 'name', before: '受理', after: '登记受理' }])
    expect((await compare(newer, older)).filter(one => one.way === 'removed').map(one => one.id).sort()).toEqual(['flow3', 'lookUpLicenses'])
  })

  it('are alike where only the file is another', async () => {
    expect(await compare(newer, newer)).toEqual([])
  })

  it('tell what only moved as moved', async () => {
    const moved = newer.replace(/(bpmnElement="closeGranted"><dc:Bounds x=")[\d.]+/, '$11111')

    expect((await compare(newer, moved)).map(one => [one.id, one.way])).toEqual([['closeGranted', 'moved']])
  })

  it('colour on each picture only what is there', async () => {
    const found = await compare(older, newer)

    expect(marksOf(found, 'before').some(mark => mark.tint === 'added')).toBe(false)
    expect(marksOf(found, 'after').filter(mark => mark.tint === 'added')).toHaveLength(2)
  })
})
