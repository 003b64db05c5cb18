import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { tellChanged } from '@mocks/events'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { find, state } from '@mocks/tasks/state'

beforeEach(() => sessionStorage.clear())
const formReady = () => waitFor(() => expect(document.querySelector('.fjs-form textarea')).toBeTruthy())

describe('an answer that somebody countersigns after it', () => {
  it('waits and cannot be changed', async () => {
    state.kept['101'] = { answers: { outcome: 'grant', opinion: '符合条件' }, waits: true }
    const { findByText, queryByText } = await open('/tasks/101', 'approver.insurance')
    await findByText('您的意见已经提交，等待后加签的同事同意后生效。')
    await formReady()

    expect(document.querySelector<HTMLTextAreaElement>('.fjs-form textarea')!.value).toBe('符合条件')
    expect(queryByText('提交办理意见')).toBeNull()
  })

  it('comes back with what was written where they disagree', async () => {
    state.kept['101'] = { answers: { outcome: 'grant', opinion: '符合条件' }, waits: false }
    const { findByText } = await open('/tasks/101', 'approver.insurance')
    await findByText('后加签的同事不同意，您的填写已恢复，请修改后重新提交。')
    await formReady()

    expect(document.querySelector<HTMLTextAreaElement>('.fjs-form textarea')!.value).toBe('符合条件')
    expect(await findByText('提交办理意见')).toBeTruthy()
  })
})

describe('a task that has ended', () => {
  it('can be read, nothing can be done with it', async () => {
    const { findByText, queryByText } = await open('/tasks/90?view=done', 'approver.insurance')
    await findByText('这项任务已经办结')

    expect(queryByText('提交办理意见')).toBeNull()
    expect(queryByText('办理操作')).toBeNull()
  })
})

describe('an open task', () => {
  it('is looked at again only where something about it changed: every look is written down', async () => {
    const looked = vi.fn()
    const real = allRoutes.find(one => one.path === '/api/tasks/:id' && one.method === 'GET')!
    serve([...allRoutes.filter(one => one.path === '/api/tasks/views'), route('GET /api/tasks/:id', asked => {
      looked(asked.params.id)
      return real.answer(asked)
    }), ...allRoutes])
    const { findByText } = await open('/tasks/102', 'approver.insurance')
    await findByText('领取')
    await waitFor(() => expect(document.querySelector('[data-id="102"] a')).toBeTruthy())

    tellChanged()
    await new Promise(resolve => setTimeout(resolve, 700))
    expect(looked).toHaveBeenCalledTimes(1)

    Object.assign(find('102'), { assignee: 'tang.li', assigneeName: '唐莉' })
    tellChanged()

    await findByText('唐莉 正在办理')
    expect(looked).toHaveBeenCalledTimes(2)
  })
})
