import { describe, expect, it } from 'vitest'
import { instance } from '@mocks/fixtures/processes'
import { callsOf, tokensOf, treeOf } from './tree'

describe('the story of an instance', () => {
  it('is told scope within scope', () => {
    const tree = treeOf(instance.activities)

    expect(tree.map(branch => branch.activity.name)).toEqual(['办件已立案', '立案登记', '证照查验', '受理', '办理'])
    expect(tree[4].inner.map(branch => branch.activity.name)).toEqual(['部门流转'])
  })

  it('keeps what has no recorded scope', () => {
    expect(treeOf([{ ...instance.activities[0], parent: 'forgotten' }])).toHaveLength(1)
  })

  it('gives the picture its tokens and its doors', () => {
    const tokens = tokensOf(instance)

    expect(tokens.waiting).toEqual(['handling', 'handOver'])
    expect(tokens.failed).toEqual(['handOver'])
    expect(tokensOf({ ...instance, activities: instance.activities.map(one => ({ ...one, canceled: true })) }).passed).toEqual([])
    expect(callsOf(instance.activities)).toEqual({ acceptCase1: 'p-7' })
  })
})
