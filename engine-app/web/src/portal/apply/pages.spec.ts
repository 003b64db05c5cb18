import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { setElder } from '@/ui/elder'
import type { ComposedForm, Field } from '../api'
import { partsOf } from '../form/parts'
import { pagesOf, placeOf } from './pages'

const field = (at: number): Field => ({ key: `f${at}`, label: `第${at}问`, type: 'text', required: true, options: undefined, help: null, value: null, origin: null, items: [], personal: false }) as unknown as Field
const form = (...sizes: number[]): ComposedForm => ({
  pages: sizes.map((size, at) => ({ key: `page${at}`, title: `第${at}部分`, fields: Array.from({ length: size }, (_, index) => field(at * 100 + index)) })), materials: [], counts: { asked: 0, merged: 0, prefilled: 0 },
})

describe('the pages of a form', () => {
  it('are as the form has them', () => expect(pagesOf(form(3, 15), false).map(page => page.key)).toEqual(['page0', 'page1']))

  it('ask at most seven things in 适老版 and lose none', () => {
    const pages = pagesOf(form(7, 15, 0), true)

    expect(pages.map(page => [page.key, page.title, page.fields.length])).toEqual([['page0', '第0部分', 7], ['page1', '第1部分（1/3）', 7], ['page1.2', '第1部分（2/3）', 7], ['page1.3', '第1部分（3/3）', 1], ['page2', '第2部分', 0]])
    expect(pages.flatMap(page => page.fields)).toEqual(form(7, 15, 0).pages.flatMap(page => page.fields))
  })

  it.each([['page1.2', true, 2], ['page1', true, 1], ['page1.2', false, 1], ['page0', false, 0], ['gone', true, 0], ['', true, 0]])('stand where an address points: %s, 适老版 %s', (key, elder, place) => {
    expect(placeOf(pagesOf(form(7, 15), elder), key)).toBe(place)
  })

  it('of no question are one', () => expect(partsOf([], true)).toEqual([[]]))
})

describe('filling in, in 适老版', () => {
  beforeEach(() => setElder(true))
  afterEach(() => setElder(false))

  it('goes part by part, the address telling which, and back when something is missing', async () => {
    serve([route('GET /api/drafts/:id/form', () => form(9)), ...allRoutes])
    const { findByLabelText, findByRole, findByText, router, user } = await open('/apply/d-1/form/page0')

    await findByText('第 1 页，共 2 页')
    for (let at = 0; at < 7; at++) await user.type(await findByLabelText(`第${at}问`), '答')
    await user.click(await findByRole('button', { name: '下一步' }))
    await findByText('第 2 页，共 2 页')
    expect(router.currentRoute.value.path).toBe('/apply/d-1/form/page0.2')

    await router.push('/apply/d-1/check')
    await user.click(await findByRole('link', { name: /第8问/ }))
    await findByLabelText('第8问')
    expect(router.currentRoute.value.path).toBe('/apply/d-1/form/page0.2')
  })

  it('asks the guide\'s questions in parts too, and shows nothing before the last is answered', async () => {
    const components = Array.from({ length: 8 }, (_, at) => ({ type: 'textfield', key: `q${at}`, label: `情形${at}`, validate: { required: true } }))
    const bundle = { key: 'long', name: '长问卷', audience: 'PERSON', items: [], situationForm: { components } }
    serve([route('GET /api/bundles/:key', () => bundle), route('POST /api/bundles/:key/guide', () => ({ items: [], materials: [] })), ...allRoutes])
    const { findByLabelText, findByRole, findByText, router, user } = await open('/bundles/long/guide?part=2', null)

    await user.type(await findByLabelText('情形7'), '答')
    await user.click(await findByRole('button', { name: '查看要办的事项和材料' }))
    await findByText('第 1 页，共 2 页')
    await findByRole('alert')
    for (let at = 0; at < 7; at++) await user.type(await findByLabelText(`情形${at}`), '答')
    await user.click(await findByRole('button', { name: '下一步' }))
    expect((await findByLabelText('情形7') as HTMLInputElement).value).toBe('答')
    await user.click(await findByRole('button', { name: '查看要办的事项和材料' }))
    await findByText('要办的事项')
    expect(router.currentRoute.value.query).toEqual({ seen: '1' })
  })
})
