import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { tellChanged } from '@mocks/events'
import { open } from '@mocks/open'
import { keepFor } from '@/ui/kept'
import { state } from '@mocks/tasks/state'

const kept = keepFor<Record<string, unknown>>('task.107')
const rows = () => [...document.querySelectorAll('.outdone tbody tr')].map(row => [...row.children].map(cell => cell.textContent))

beforeEach(() => sessionStorage.clear())

describe('a decision that came too late', () => {
  it('stands beside what was decided, the differing fields marked, nothing lost', async () => {
    kept.write({ outcome: 'grant', opinion: '参保状态不符，建议准予' })
    const { user, findByText, router } = await open('/tasks/107', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('.fjs-form textarea')).toBeTruthy())
    await user.click(await findByText('提交办理意见'))

    await findByText('这项任务已由他人办结')
    expect(rows()).toEqual([
      ['审查结论不同', '不予许可', '准予'],
      ['意见不同', '参保状态已停止，不符合登记条件。', '参保状态不符，建议准予'],
    ])
    expect(await findByText(/唐莉 于 2026年3月5日/)).toBeTruthy()
    expect(kept.read()).toMatchObject({ outcome: 'grant' })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('已由他人办结'))

    await user.click(await findByText('转到下一项'))
    await waitFor(() => expect(router.currentRoute.value.path).not.toBe('/tasks/107'))
  })

  it('does not take away what is being written when the task ends elsewhere', async () => {
    kept.write({ outcome: 'deny', opinion: '材料不全' })
    const { findByText, router } = await open('/tasks/107', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('#task-title')).toBeTruthy())
    state.rows = state.rows.filter(row => row.id !== '107')
    tellChanged()

    await findByText('这项任务已由他人办结')
    expect(rows().at(-1)).toEqual(['意见不同', '—', '材料不全'])
    expect(router.currentRoute.value.path).toBe('/tasks/107')
  })
})

describe('a task that somebody else has open', () => {
  it('says who', async () => {
    const { findByText } = await open('/tasks/101', 'approver.insurance')

    expect(await findByText('王建国 正在查看')).toBeTruthy()
  })
})

describe('the process of a task', () => {
  it('is listed in words, what is being done first', async () => {
    const { findByText } = await open('/tasks/101?tab=flow', 'approver.insurance')
    await findByText('等待部门答复')

    const steps = [...document.querySelectorAll('.steps__one')].map(step => step.textContent)
    expect(steps[0]).toBe('等待部门答复正在办理')
    expect(steps).toContain('受理已完成')
  })
})
