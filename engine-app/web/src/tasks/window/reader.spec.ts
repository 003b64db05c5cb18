import { describe, expect, it } from 'vitest'
import { cardReader, emulate, handReader, isIdNo } from './reader'

const card = { name: '陈静', idNo: '43010219920315452X' }
const right = [...'0123456789X'].map(last => card.idNo.slice(0, 17) + last).find(isIdNo)!

describe('the card reader', () => {
  it('knows a number by its check digit', () => {
    expect([...'0123456789X'].filter(last => isIdNo(card.idNo.slice(0, 17) + last))).toHaveLength(1)
    expect(isIdNo(right.toLowerCase())).toBe(true)
    expect(isIdNo(right.slice(0, 17))).toBe(false)
  })

  it.each([
    `CARD|陈静|女|汉|19920315|长沙市天心区书院路|${right}|长沙市公安局|20190520-20390520`,
    `${right}^陈静^女^汉族`,
    `"陈静",女,土家,"${right.toLowerCase()}"`,
    `\t女\t陈静\t${right}\t`,
  ])('finds name and number in %s', line => expect(cardReader(line)).toEqual({ card: { name: '陈静', idNo: right } }))

  it('takes names of other peoples', () => expect(cardReader(`阿依古丽·买买提|${right}`)).toEqual({ card: { name: '阿依古丽·买买提', idNo: right } }))

  it('says what is wrong', () => {
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
    expect(cardReader(`陈静|${wrong}`)).toEqual({ wrong: 'number' })
    expect(cardReader('女|汉|19920315')).toEqual({ wrong: 'line' })
    expect(handReader(`姓名：陈静 公民身份号码：${right}`)).toEqual({ card: { name: '陈静', idNo: right } })
  })

  it('can be played without a device', () => {
    const field = document.createElement('input')
    let ended = false
    field.addEventListener('keydown', event => { ended = event.key === 'Enter' })
    emulate(field, { name: '陈静', idNo: right })
    expect(ended).toBe(true)
    expect(cardReader(field.value)).toEqual({ card: { name: '陈静', idNo: right } })
  })
})
