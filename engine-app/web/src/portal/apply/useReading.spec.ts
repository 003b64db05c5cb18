import { flushPromises } from '@vue/test-utils'
import { effectScope, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as api from '../api'
import { asAnswer, onPaper, saysTheSame, useReading } from './useReading'

const field = (more: Partial<api.ReadField> = {}): api.ReadField => ({ key: 'childName', label: '新生儿姓名', value: '测小室', confidence: 0.9, answer: 'childName', words: null, stated: null, ...more })
const sex = field({ key: 'childSex', value: '男', answer: 'childSex', words: { male: '男', female: '女' } })
const read = (...fields: api.ReadField[]): api.PaperReading => ({ state: 'READ', problem: null, fields })

describe('what was read beside what was answered', () => {
  it('compares in the words of the paper', () => expect(onPaper(sex, { childSex: 'male' })).toBe('男'))
  it('answers in the codes of the form', () => expect(asAnswer(sex, '女')).toBe('female'))
  it('has no answer where the form does not ask', () => expect(onPaper(field({ answer: null }), { childName: '测' })).toBe(''))
  it('does not mind blanks and full-width forms', () => expect(saysTheSame('Ｖ430 123', 'v430123')).toBe(true))
})

describe('the reading of an uploaded paper', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  const watched = (document: () => string | null) => {
    const scope = effectScope()
    return { scope, ...scope.run(() => useReading('d', document))! }
  }

  it('is asked for until it is there, and no longer once the page is left', async () => {
    const asked = vi.spyOn(api, 'reading').mockResolvedValue({ state: 'READING', problem: null, fields: [] })
    const box = watched(() => 'p')
    await flushPromises()
    expect(box.read.value?.state).toBe('READING')

    asked.mockResolvedValue(read(field()))
    await vi.advanceTimersByTimeAsync(2000)
    expect(box.read.value?.state).toBe('READ')

    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveBeenCalledTimes(2)
    box.scope.stop()
  })

  it('begins anew with another file', async () => {
    const asked = vi.spyOn(api, 'reading').mockResolvedValue(read(field()))
    const document = ref<string | null>('p')
    const box = watched(() => document.value)
    await flushPromises()
    document.value = 'q'
    await flushPromises()
    expect(asked.mock.calls.map(([, id]) => id)).toEqual(['p', 'q'])
    document.value = null
    await flushPromises()
    expect(box.read.value).toBeUndefined()
    box.scope.stop()
  })

  it('keeps what was corrected before when more is corrected', async () => {
    vi.spyOn(api, 'reading').mockResolvedValue(read(field({ stated: '测小宝' }), sex))
    const stated = vi.spyOn(api, 'stateReading').mockResolvedValue(read())
    const box = watched(() => 'p')
    await flushPromises()
    await box.correct(sex, '女')
    expect(stated).toHaveBeenCalledWith('d', 'p', { childName: '测小宝', childSex: '女' })
    box.scope.stop()
  })
})
