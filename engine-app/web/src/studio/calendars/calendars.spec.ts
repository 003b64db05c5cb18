import userEvent from '@testing-library/user-event'
import { render, screen } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { Problem } from '@/http'
import { routes } from '../routes'
import type { Year } from './api'
import CalendarPage from './CalendarPage.vue'
import { countDays, kindOf, readDays, writeDays } from './days'

const calendar = '/api/studio/calendars/:region'

async function opened(path: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/:rest(.*)*', component: CalendarPage }] })
  await router.push(path)
  render(CalendarPage, { global: { plugins: [router] } })
  return router
}

describe('days as people write them', () => {
  it.each([
    ['2026-02-15..2026-02-17', ['2026-02-15', '2026-02-16', '2026-02-17'], []],
    ['2026年1月1日至2026年1月2日、2026/5/1；2026-05-01', ['2026-01-01', '2026-01-02', '2026-05-01'], []],
    ['2026-02-30 2025-12-31..2026-01-01 2026-03-02..2026-03-01 春节', [], ['2026-02-30', '2025-12-31..2026-01-01', '2026-03-02..2026-03-01', '春节']],
    ['', [], []],
  ])('reads %s', (text, days, wrong) => {
    expect(readDays(text, 2026)).toEqual({ days, wrong })
  })

  it('writes runs of days as spans', () => {
    expect(writeDays(['2026-02-16', '2026-02-15', '2026-02-28', '2026-03-01', '2026-05-01'])).toBe('2026-02-15..2026-02-16\n2026-02-28..2026-03-01\n2026-05-01')
  })

  it('counts what a year becomes', () => {
    const plan = { off: new Set(['2026-01-01', '2026-01-03']), work: new Set(['2026-01-04']) }
    expect(kindOf('2026-01-03', plan)).toBe('off')
    expect(kindOf('2026-01-04', plan)).toBe('makeUp')
    expect(kindOf('2026-01-10', plan)).toBe('weekend')
    expect(countDays(2026, plan)).toMatchObject({ off: 2, makeUp: 1, worked: 261 })
  })
})

describe('the calendar of a region', () => {
  it('publishes what was pasted and says what was counted anew', async () => {
    let sent: Year | undefined
    let basedOn: string | null = null
    serve([route(`PUT ${calendar}/years/:year`, ({ body, query }) => { sent = body; basedOn = query.get('basedOn'); return { edition: 5, recounted: 3, moved: 2, leftOver: 1 } }), ...allRoutes])
    await opened('/studio/calendars?region=430000&year=2027')
    const off = await screen.findByLabelText(/^放假日/)
    await userEvent.clear(off)
    await userEvent.type(off, '2027年1月1日至2027年1月3日')
    await userEvent.click(screen.getByLabelText(/放假通知已经公布/))

    await userEvent.click(screen.getByRole('button', { name: '发布 2027 年安排' }))

    expect(await screen.findByText(/暂定的 3 个时限重新计算，2 个到期时间有变动.*1 个时限要用到还没有日历的年度/)).toBeTruthy()
    expect(basedOn).toBe('4')
    expect(sent).toMatchObject({ year: 2027, published: true, off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: [], hours: ['09:00-17:00'] })
  })

  it('sends nothing that cannot be', async () => {
    let sent = false
    serve([route(`PUT ${calendar}/years/:year`, () => { sent = true }), ...allRoutes])
    await opened('/studio/calendars?region=430000&year=2028')
    await userEvent.type(await screen.findByLabelText(/^放假日/), '2028-01-01 2027-12-31')
    await userEvent.type(screen.getByLabelText(/^调休上班日/), '2028-01-01')

    await userEvent.click(screen.getByRole('button', { name: '发布 2028 年安排' }))

    expect(screen.getByText(/看不懂“2027-12-31”/)).toBeTruthy()
    expect(screen.getByText(/不能既放假又上班/)).toBeTruthy()
    expect(screen.getByText('请写明依据的通知')).toBeTruthy()
    expect(sent).toBe(false)
  })

  it('shows what would move before anything does', async () => {
    const asked: string[] = []
    const answer = { token: 't-7', edition: 4, clocks: 9, moved: 1, changes: [{ no: '43010020260312000001026', kind: 'CASE', number: 1, dueWas: '2026-03-19T02:00:00Z', dueIs: '2026-03-20T02:00:00Z' }] }
    serve([
      route(`POST ${calendar}/rebase`, ({ body }) => { asked.push((body as { reason: string }).reason); return answer }),
      route(`POST ${calendar}/rebase/:token`, ({ params }) => { asked.push(params.token); return answer }),
      ...allRoutes,
    ])
    await opened('/studio/calendars?region=430000&year=2026')
    await userEvent.click(await screen.findByRole('button', { name: '预览变动' }))
    expect(screen.getByText('请写明为什么要重新计算')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('原因'), '州庆放假')
    await userEvent.click(screen.getByRole('button', { name: '预览变动' }))
    expect(await screen.findByText('43010020260312000001026')).toBeTruthy()

    await userEvent.click(screen.getByRole('button', { name: '确认变动 1 个时限' }))

    expect(await screen.findByText(/已按现行日历重新计算 9 个时限，1 个有变动/)).toBeTruthy()
    expect(asked).toEqual(['州庆放假', 't-7'])
  })

  it('tells who published and who re-based, when, and what moved', async () => {
    await opened('/studio/calendars?region=430000&year=2026')

    expect(await screen.findByText('肖雅 · 2026年3月1日 09:20')).toBeTruthy()
    expect(screen.getByText('未记录发布人 · 2025年3月5日 10:00')).toBeTruthy()
    expect(screen.getByText(/谭明 2026年3月1日 09:40 确认：重新计算 1284 个时限，37 个有变动/)).toBeTruthy()
    expect(screen.getByText('没有确认，什么都没有变动。')).toBeTruthy()
    expect(screen.getByText('1 个时限要用到还没有日历的年度，仍为暂定')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /查看变动\s*州庆放假/ }))
    expect(await screen.findByText('43010020260312000002031')).toBeTruthy()
    expect(screen.getByText('第 1–20 个，共 37 个')).toBeTruthy()
  })

  it('says whose calendar a city follows, and offers no recount of one it does not have', async () => {
    await opened('/studio/calendars?region=430100&year=2026')

    expect(await screen.findByText(/沿用.*的日历/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '预览变动' })).toBeNull()
  })

  it('shows why it cannot be read', async () => {
    serve([route(`GET ${calendar}`, () => { throw new Problem(403, 'not-your-region', '', '只能管理本地区的工作日历。', '') }), ...allRoutes])
    await opened('/studio/calendars?region=440000')

    expect(await screen.findByText('只能管理本地区的工作日历。')).toBeTruthy()
  })

})
