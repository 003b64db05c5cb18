import userEvent from '@testing-library/user-event'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { incidents } from '@mocks/fixtures/cockpit'
import { refuse } from '@mocks/fixtures/session'
import { route, serve } from '@mocks/server'
import IncidentCard from './IncidentCard.vue'

afterEach(cleanup)

function shown(answer: () => unknown, incident = incidents[0]) {
  let asked = 0
  serve([route('POST /api/cockpit/incidents/:id/retry', () => { asked++; return answer() })])
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: IncidentCard }] })
  const { emitted } = render(IncidentCard, { props: { incident }, global: { plugins: [router] } })
  return { emitted, asked: () => asked }
}

const answer = async (name: string) => userEvent.click((await screen.findAllByRole('button', { name, hidden: true })).at(-1)!)

describe('an incident', () => {
  it('says in a sentence what could not be done', () => {
    shown(() => undefined)

    expect(screen.getByRole('heading', { name: incidents[0].message })).toBeTruthy()
    expect(screen.getByText(/department-handoff/)).toBeTruthy()
  })

  it('is tried again only after a yes, and tells that it was', async () => {
    const { emitted, asked } = shown(() => undefined)

    await userEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(asked()).toBe(0)
    await answer('重试')

    expect(await screen.findByRole('status')).toBeTruthy()
    expect(asked()).toBe(1)
    expect(emitted().retried).toEqual([[incidents[0].id]])
  })

  it('offers as many tries as the server says are usual', async () => {
    shown(() => undefined, { ...incidents[0], usualTries: 9 })

    await userEvent.click(screen.getByRole('button', { name: '重试' }))

    expect((document.querySelector('#retry-tries') as HTMLInputElement).value).toBe('9')
  })

  it('stays as it is after a no', async () => {
    const { asked } = shown(() => undefined)

    await userEvent.click(screen.getByRole('button', { name: '重试' }))
    await answer('取消')

    expect(asked()).toBe(0)
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy()
  })

  it('says why it cannot be tried again', async () => {
    shown(() => refuse(404, 'incident-unknown', '这起异常已经处理过了。'))

    await userEvent.click(screen.getByRole('button', { name: '重试' }))
    await answer('重试')

    expect((await screen.findByRole('alert', { hidden: true })).textContent).toContain('这起异常已经处理过了')
  })
})
