import { within } from '@testing-library/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { tellChanged } from '@mocks/events'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { useAnnouncer } from './announce'
import type { Booking, Called } from './api'

const dialog = () => within(document.querySelector('dialog')!)
afterEach(() => serve(allRoutes))

describe('a ticket', () => {
  it('is taken with one press, with the reason for coming first where there is one', async () => {
    const asked: unknown[] = []
    serve([route('POST /api/halls/:code/tickets', ({ body }) => {
      asked.push(body)
      return { id: 't-1' }
    }), ...allRoutes])
    const { findByRole, findByLabelText, findByText, router, user } = await open('/hall/430102-01/ticket', null)

    await findByText('前面等候 6 人，约需等候 25 分钟')
    await user.click(await findByLabelText(/60 周岁以上的老年人/))
    await user.click(await findByRole('button', { name: /综合受理/ }))

    await findByText('您前面还有 3 位，大约 15 分钟后叫到您。')
    expect(router.currentRoute.value.path).toBe('/hall/430102-01/ticket/t-1')
    expect(asked).toEqual([{ service: 'general', claim: 'ELDER' }])
  })

  it('comes for an appointment\'s code; a wrong one is said beside it', async () => {
    const { findByRole, findByLabelText, findByText, user } = await open('/hall/430102-01/ticket', null)

    await user.type(await findByLabelText('预约码'), '00000000')
    await user.click(await findByRole('button', { name: '签到取号' }))
    await findByText(/今天在芙蓉区政务服务中心没有这个预约码/)
    await user.clear(await findByLabelText('预约码'))
    await user.type(await findByLabelText('预约码'), '4821 3059')
    await user.click(await findByRole('button', { name: '签到取号' }))

    await findByText('A019')
  })

  it('tells its holder by itself when it is called', async () => {
    let state = { ...slip, state: 'WAITING', ahead: 1, minutes: 5 }
    serve([route('GET /api/halls/:code/tickets/:id', () => state), ...allRoutes])
    const { findByText } = await open('/hall/430102-01/ticket/t-9', null)
    await findByText('您前面还有 1 位，大约 5 分钟后叫到您。')

    state = { ...slip, state: 'CALLED', window: 3, windowName: '综合受理', ahead: 0, minutes: 0 }
    tellChanged()

    await findByText('请到 3 号窗口（综合受理）办理。')
  })
})
const slip = { id: 't-9', hall: '430102-01', hallName: '芙蓉区政务服务中心', no: 'A030', service: '综合受理', stateLabel: '', first: false, window: null as number | null, windowName: null as string | null, takenAt: '2026-03-03T02:00:00Z' }

describe('the display', () => {
  it('shows numbers and windows without a bar', async () => {
    const { findByText, queryByRole } = await open('/hall/430102-01/display', null)

    await findByText('A013')
    expect(queryByRole('banner')).toBeNull()
    expect(queryByRole('contentinfo')).toBeNull()
  })
})

describe('the voice', () => {
  const said: string[] = []
  let end: (() => void) | undefined
  beforeEach(() => {
    said.length = 0
    vi.stubGlobal('SpeechSynthesisUtterance', class { onend?: () => void; constructor(readonly text: string) {} })
    vi.stubGlobal('speechSynthesis', { getVoices: () => [{ lang: 'zh-CN', localService: true }], cancel: () => {}, speak: (one: { text: string, onend?: () => void }) => { said.push(one.text); end = one.onend } })
  })
  afterEach(() => vi.unstubAllGlobals())
  const call = (no: string, window: number, calls = 1): Called => ({ no, window, windowName: '', serving: false, calls, at: '' })

  it('reads what is called from then on, each twice and one after the other, again when it is called again', async () => {
    const scope = effectScope()
    const { able, on, hear } = scope.run(() => useAnnouncer())!
    expect(able.value).toBe(true)
    hear([call('A001', 1)])
    on.value = true
    hear([call('A001', 1)])
    expect(said).toEqual([])

    hear([call('A003', 3), call('A002', 2), call('A001', 1)])
    expect(said).toEqual(Array(2).fill('请 A 0 0 2 号，到 2 号窗口办理'))
    await nextTick()
    end!()
    await nextTick()
    expect(said.slice(2)).toEqual(Array(2).fill('请 A 0 0 3 号，到 3 号窗口办理'))
    await nextTick()
    end!()
    await nextTick()
    hear([call('A002', 2, 2)])
    expect(said).toHaveLength(6)
    scope.stop()
  })
})

describe('an appointment', () => {
  it('is booked for a day and a half hour that are free, after what is missing was said', async () => {
    const asked: Booking[] = []
    serve([route('POST /api/appointments', ({ body }) => {
      asked.push(body)
      return { id: 'b-1' }
    }), ...allRoutes])
    const { findByRole, findByLabelText, findByText, router, user } = await open('/hall/appointments/new')

    await user.click(await findByRole('button', { name: '确认预约' }))
    await findByText('请选择要办的一件事或事项。')
    await user.click(await findByLabelText(/^新生儿/))
    await user.click(await findByLabelText(/3月4日|3\/4/))
    expect((await findByLabelText(/10:00—10:30/) as HTMLInputElement).disabled).toBe(true)
    await user.click(await findByLabelText(/09:00—09:30/))
    await user.click(await findByRole('button', { name: '确认预约' }))

    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/hall/appointments?booked=b-1'))
    expect(asked).toEqual([expect.objectContaining({ service: 'general', subject: 'newborn', day: '2026-03-04', start: '09:00:00', mandate: null })])
  })

  it('is moved and called off', async () => {
    const { findAllByRole, findByText, user } = await open('/hall/appointments')

    await user.click((await findAllByRole('button', { name: '改约' }))[0])
    await vi.waitFor(() => dialog().getByLabelText(/3月5日|3\/5/))
    await user.click(dialog().getByLabelText(/3月5日|3\/5/))
    await user.click(dialog().getByLabelText(/11:00—11:30/))
    await user.click(dialog().getByText('改到这个时段'))
    await findByText(/已改到 2026年3月5日 11:00/)
    const before = (await findAllByRole('button', { name: /^取消预约/ })).length
    await user.click((await findAllByRole('button', { name: /^取消预约/ }))[0])
    await user.click([...document.querySelectorAll('dialog button')].find(button => button.textContent?.trim() === '取消预约')!)
    await vi.waitFor(async () => expect(await findAllByRole('button', { name: /^取消预约/ })).toHaveLength(before - 1))
  })
})
