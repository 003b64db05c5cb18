import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'
import { inOurLanguage } from './form/messages'

beforeEach(() => sessionStorage.clear())

describe('an approver', () => {
  it('moves through the list by J and K, the address follows', async () => {
    const { findAllByText, router, user } = await open('/tasks', 'approver.insurance')
    await findAllByText('生育医疗费用报销及生育津贴')

    await user.keyboard('j')
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/101'))
    await user.keyboard('j')
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/102'))
    await user.keyboard('k')
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/101'))
  })

  it('keeps the filter in the address and the chosen task open', async () => {
    const { findByRole, router, user } = await open('/tasks/102', 'approver.insurance')

    await user.click(await findByRole('button', { name: '黄牌' }))

    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/tasks/102?light=YELLOW'))
  })

  it('sees what does not agree before what does', async () => {
    const { findAllByText, container } = await open('/tasks/102', 'approver.insurance')
    await findAllByText('不一致')

    const verdicts = [...container.querySelectorAll('.rows .tag')].map(tag => tag.textContent)

    expect(verdicts.slice(0, 3)).toEqual(['不一致', '看不清', '一致'])
  })

  it('reads who took the task meanwhile and may only look', async () => {
    const { findByText, queryByRole } = await open('/tasks/103', 'approver.insurance')

    await findByText('唐莉 已领取这项任务，您可以查看，不能办理。')

    expect(queryByRole('button', { name: '提交办理意见' })).toBeNull()
  })

  it('is told who was faster when taking a task, and keeps what was written', async () => {
    serve([route('POST /api/tasks/:id/claim', () => { throw new Refused(409, 'task-taken', '唐莉 已领取这项任务，如需办理请先与其联系。') }), ...allRoutes])
    const { findByRole, user } = await open('/tasks/104', 'approver.insurance')

    await user.click(await findByRole('button', { name: '领取' }))

    const problem = await findByRole('alert')
    expect(problem.textContent).toContain('唐莉 已领取这项任务')
    expect(problem.textContent).toContain('您填写的意见还在。')
  })
})

describe('faults of a form', () => {
  it.each([
    ['Field is required.', '这一项必须填写'],
    ['Field must have minimum value of 1.', '不能小于 1'],
    ['Field must have maximum value of 365.', '不能大于 365'],
    ['Field must match pattern ^X.', '格式不对'],
  ])('%s is said as %s', (theirs, ours) => expect(inOurLanguage(theirs)).toBe(ours))
})
