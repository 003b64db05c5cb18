import { waitFor } from '@testing-library/vue'
import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lines, tellChanged } from '@mocks/events'
import { open } from '@mocks/open'
import { state } from '@mocks/tasks/state'
import { useLive } from './useLive'

describe('being told of changes', () => {
  let scope: EffectScope
  const changed = vi.fn()
  beforeEach(() => {
    vi.useFakeTimers()
    changed.mockClear()
    scope = effectScope()
    scope.run(() => useLive('/api/tasks/events', changed))
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  it('asks only when told while the line stands', async () => {
    await vi.advanceTimersByTimeAsync(60_000)
    expect(changed).not.toHaveBeenCalled()

    tellChanged()
    tellChanged()
    await vi.advanceTimersByTimeAsync(1_000)

    expect(changed).toHaveBeenCalledOnce()
  })

  it('asks every 15 seconds while the line is broken, and once when it is back', async () => {
    await vi.advanceTimersByTimeAsync(0)
    const line = lines()[0] as unknown as { fail: (forGood: boolean) => void, open: () => void }
    line.fail(false)
    await vi.advanceTimersByTimeAsync(31_000)
    expect(changed).toHaveBeenCalledTimes(2)

    line.open()
    await vi.advanceTimersByTimeAsync(40_000)

    expect(changed).toHaveBeenCalledTimes(3)
  })

  it('opens the line anew where the browser has given it up', async () => {
    await vi.advanceTimersByTimeAsync(0)
    ;(lines()[0] as unknown as { fail: (forGood: boolean) => void }).fail(true)
    await vi.advanceTimersByTimeAsync(31_000)
    changed.mockClear()

    tellChanged()
    await vi.advanceTimersByTimeAsync(1_000)

    expect(changed).toHaveBeenCalledOnce()
    expect(lines()).toHaveLength(1)
  })

  it('closes the line when the list is left', async () => {
    scope.stop()
    expect(lines()).toHaveLength(0)
  })
})

describe('a list that changes while somebody works', () => {
  it('says how many are new and leaves the focus where it is', async () => {
    await open('/tasks/102', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('[data-id="102"] a')).toBeTruthy())
    const link = document.querySelector<HTMLElement>('[data-id="102"] a')!
    link.focus()

    const model = state.rows[0]
    state.rows = [{ ...model, id: '301', remainingDays: -20 }, { ...model, id: '302', remainingDays: -19 }, ...state.rows]
    tellChanged()

    await waitFor(() => expect(document.querySelector('.pane__news')!.textContent).toBe('列表已更新，新增 2 项'))
    expect(document.querySelector('.pane__news')!.getAttribute('aria-live')).toBe('polite')
    expect(document.activeElement).toBe(link)
    expect(document.querySelector('[data-id="301"]')).toBeTruthy()
  })

  it('says nothing where nothing of it changed', async () => {
    await open('/tasks', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('[data-id="102"] a')).toBeTruthy())

    tellChanged()
    await new Promise(resolve => setTimeout(resolve, 600))

    expect(document.querySelector('.pane__news')!.textContent).toBe('')
  })

  it('goes on to the next task where the open one was ended by somebody else', async () => {
    const { router, findAllByText } = await open('/tasks/101', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('#task-title')).toBeTruthy())

    state.rows = state.rows.filter(row => row.id !== '101')
    tellChanged()

    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/102'))
    await findAllByText(/已转到下一项/)
  })
})
