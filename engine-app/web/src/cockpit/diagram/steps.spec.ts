import { describe, expect, it } from 'vitest'
import newborn from '@mocks/models/newborn.bpmn?raw'
import { applicationNo, instances } from '@mocks/fixtures/cockpit'
import { firstToShow, pathTo, stepsOf } from './steps'

const [bundle, insurance, socialCard] = instances

describe('the diagram in words', () => {
  it('tells what is being done before what is done, by its label', () => {
    const steps = stepsOf(newborn, bundle, instances)

    expect(steps.slice(0, 3).map(step => [step.name, step.state])).toEqual([
      ['城乡居民基本医疗保险参保登记', 'waiting'], ['社会保障卡申领', 'waiting'], ['申报已提交', 'passed'],
    ])
  })

  it('leaves out what has no label and what was not reached', () => {
    const ids = stepsOf(newborn, bundle, instances).map(step => step.id)

    expect(ids).not.toContain('split')
    expect(ids).not.toContain('bundleClosed')
  })

  it('finds the called process by the activity that called it', () => {
    const calls = Object.fromEntries(stepsOf(newborn, bundle, instances).map(step => [step.id, step.calls]))

    expect(calls).toMatchObject({ insure: insurance.id, issueCard: socialCard.id, registerBirth: null })
  })

  it('finds it by its process where the server does not say the activity', () => {
    const unnamed = instances.map(one => ({ ...one, callActivityId: undefined }))

    expect(stepsOf(newborn, unnamed[0], unnamed).find(step => step.id === 'insure')?.calls).toBe(insurance.id)
  })

  it('puts what failed first', () => {
    expect(stepsOf(newborn, { ...bundle, failed: ['checkMaterials'] }, instances)[0]).toMatchObject({ id: 'checkMaterials', state: 'failed' })
  })
})

describe('the way between callers and called', () => {
  it('leads from the bundle down to the case', () => {
    expect(pathTo(socialCard.id, instances).map(one => one.id)).toEqual([bundle.id, socialCard.id])
  })

  it('does not run in circles', () => {
    const circle = [{ ...bundle, parentId: insurance.id }, insurance]

    expect(pathTo(insurance.id, circle)).toHaveLength(2)
  })

  it.each([
    ['what was asked for', insurance.id, applicationNo, insurance.id],
    ['the application itself', undefined, applicationNo, bundle.id],
    ['the case itself', undefined, socialCard.businessKey, socialCard.id],
    ['the first where nothing fits', 'gone', 'gone', bundle.id],
  ])('begins with %s', (_, asked, no, shown) => {
    expect(firstToShow(asked, no, instances)?.id).toBe(shown)
  })
})
