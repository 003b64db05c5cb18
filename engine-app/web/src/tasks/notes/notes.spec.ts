import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dialog, shut } from '@mocks/dialog'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

const sent = vi.fn()
beforeEach(() => {
  sessionStorage.clear()
  sent.mockClear()
})

describe('a copy', () => {
  it('goes to the colleagues that are picked', async () => {
    serve([route('POST /api/tasks/:id/copies', ({ body }) => { sent(body); return [] }), ...allRoutes])
    const { user, findByText } = await open('/tasks/101', 'approver.insurance')
    await user.click(await findByText('办理操作'))
    await user.click([...document.querySelectorAll<HTMLElement>('.verb')].find(one => one.textContent!.startsWith('抄送'))!)
    const form = await dialog()
    await user.click(form.getAllByText('抄送').at(-1)!)
    expect(form.getByText('请选择抄送给哪些同事。')).toBeTruthy()
    await user.click(await form.findByText('李晓'))
    await user.click(form.getByText('唐莉'))
    await user.type(form.getByLabelText(/^附言/), '请了解')
    await user.click(form.getAllByText('抄送').at(-1)!)

    await shut()
    expect(sent).toHaveBeenCalledWith({ to: ['li.xiao', 'tang.li'], words: '请了解' })
  })

  it('stands in its own view and is read only until the task is taken', async () => {
    const { findByText, findByRole, queryByRole, user } = await open('/tasks/105?view=copied', 'approver.insurance')
    await findByText('费用票据的式样有变，请留意。')

    expect(document.querySelectorAll('.task')).toHaveLength(1)
    expect(await findByText('这项任务抄送给您知悉，无需办理。需要办理的，请先领取。')).toBeTruthy()
    expect(queryByRole('button', { name: '提交办理意见' })).toBeNull()
    await user.click(await findByRole('button', { name: '领取' }))
    expect(await findByRole('button', { name: '提交办理意见' })).toBeTruthy()
  })
})

describe('notes', () => {
  it('say who wrote them when and at which step, and take one more', async () => {
    const { findByText, getByText, user } = await open('/tasks/101', 'approver.insurance')
    await findByText('申请人来电说明，产检费用另行申报。')
    expect(getByText(/唐莉 · 部门初审 · /)).toBeTruthy()

    await user.click(getByText('添加备注'))
    expect(getByText('请写明备注的内容。')).toBeTruthy()
    await user.keyboard('{Escape}')
    await user.type(document.querySelector('#task-note')!, '已核对票据')
    await user.click(getByText('添加备注'))

    expect(await findByText('已核对票据')).toBeTruthy()
    expect((document.querySelector('#task-note') as HTMLTextAreaElement).value).toBe('')
  })

  it('N leads to them, and what was written survives a refusal', async () => {
    serve([route('POST /api/tasks/:id/notes', () => { throw new Refused(500, 'internal', '系统繁忙，请稍后再试。') }), ...allRoutes])
    const { findByText, getByText, user } = await open('/tasks/101', 'approver.insurance')
    await findByText('添加备注')
    await user.keyboard('n')
    await waitFor(() => expect(document.activeElement?.id).toBe('task-note'))
    await user.keyboard('先记一笔')
    await user.click(getByText('添加备注'))

    await findByText(/系统繁忙/)
    expect((document.querySelector('#task-note') as HTMLTextAreaElement).value).toBe('先记一笔')
  })
})

describe('a task that has ended', () => {
  it('tells the outcome, the opinion, who and when, and the form as it was answered', async () => {
    const { findByText, getAllByText, user } = await open('/tasks/90?view=done', 'approver.insurance')
    await findByText('这项任务已经办结')
    expect(getAllByText('准予').length).toBeGreaterThan(0)
    expect(getAllByText('材料齐全，符合规定。').length).toBeGreaterThan(0)
    expect(document.querySelector('.ended')!.textContent).toContain('何伟')

    await user.click(await findByText('查看填写的内容'))

    await waitFor(() => expect(document.querySelector('.ended .fjs-form textarea')).toBeTruthy())
    expect(document.querySelector<HTMLTextAreaElement>('.ended .fjs-form textarea')!.readOnly).toBe(true)
  })

  it('that nobody answered says so', async () => {
    const { findByText } = await open('/tasks/91?view=done', 'approver.insurance')

    await findByText(/流程自动继续/)
  })
})
