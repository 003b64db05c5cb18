import { describe, expect, it } from 'vitest'
import { chosenAfter } from './choice'

const requires = { medicalInsurance: ['birthRegistration'], insurancePayment: ['medicalInsurance'], socialSecurityCard: ['birthRegistration'] }

describe('choosing items', () => {
  it.each([
    ['brings everything an item builds on', [], 'insurancePayment', true, ['insurancePayment', 'medicalInsurance', 'birthRegistration'], ['medicalInsurance', 'birthRegistration']],
    ['brings nothing that is there already', ['birthRegistration'], 'socialSecurityCard', true, ['birthRegistration', 'socialSecurityCard'], []],
    ['takes along what builds on it', ['birthRegistration', 'medicalInsurance', 'insurancePayment', 'parentingGuidance'], 'birthRegistration', false, ['parentingGuidance'], ['medicalInsurance', 'insurancePayment']],
    ['leaves alone what does not', ['birthRegistration', 'parentingGuidance'], 'parentingGuidance', false, ['birthRegistration'], []],
  ])('%s', (_, before, item, on, after, besides) => {
    const said = chosenAfter(before, item, on, requires)

    expect(said.chosen).toEqual(after)
    expect(said.besides.sort()).toEqual([...besides].sort())
  })
})
