import { cleanup, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { finding, running } from '@mocks/fixtures/supervision'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'
import type { Run } from '../supervision'

afterEach(() => { cleanup(); vi.useRealTimers() })

const found = (answer: () => Run, findings = [finding]) => route('GET /api/supervision/rechecks/:id', () => ({ run: answer(), findings }))

describe('a re-check', () => {
  it('tells how far it is while it runs, lists what it finds, and says when it has ended', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    let run: Run = { ...running, checked: 0, abnormal: 0, findings: 0 }
    serve([route('GET /api/supervision/rechecks', () => [run]), found(() => run), ...allRoutes])
    await open('/cockpit/recheck', 'supervisor')

    expect(await screen.findByText('已检查 0 / 5000 张')).toBeTruthy()
    expect(screen.getByText('到目前为止没有异常。')).toBeTruthy()
    run = { ...running, checked: 2400 }
    await vi.advanceTimersByTimeAsync(2500)
    expect(await screen.findByText('已检查 2400 / 5000 张')).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('2400')
    expect(screen.getByText('巡检已完成 40%').getAttribute('aria-live')).toBe('polite')
    expect(screen.getByRole('link', { name: finding.element }).getAttribute('href')).toBe('/cards/2')

    run = { ...running, checked: 4990, total: 4990, endedAt: new Date().toISOString() }
    await vi.advanceTimersByTimeAsync(2500)
    expect((await screen.findAllByText('巡检完成：检查 4990 张，异常 1 张，无法推算 0 张。')).map(one => one.getAttribute('aria-live'))).toContain('polite')
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('that somebody else has begun is shown with who and when', async () => {
    const sentence = '湖南省的巡检正在进行，由 谭明 于 2026-03-02 10:00 开始，已检查 2400 / 5000 张，请等它结束。'
    let begun: Run[] = []
    serve([
      route('POST /api/supervision/rechecks', () => { begun = [running]; throw new Refused(409, 'recheck-running', sentence, { run: 3 }) }),
      route('GET /api/supervision/rechecks', () => begun), found(() => running), ...allRoutes,
    ])
    const { user, router } = await open('/cockpit/recheck', 'supervisor')
    await user.click(await screen.findByRole('button', { name: '立即巡检' }))

    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(await screen.findByText('已检查 2400 / 5000 张')).toBeTruthy()
    expect(router.currentRoute.value.query.run).toBe('3')
  })

  it('is begun by supervisors only', async () => {
    await open('/cockpit/recheck', 'operator')

    expect(await screen.findByRole('link', { name: finding.element })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '立即巡检' })).toBeNull()
  })
})
