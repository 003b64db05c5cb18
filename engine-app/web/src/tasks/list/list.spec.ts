import { waitFor } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { dialog, shut } from '@mocks/dialog'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'
import { startTasks, state } from '@mocks/tasks/state'

const lines = () => [...document.querySelectorAll<HTMLElement>('.pane__row')]
const ticks = () => [...document.querySelectorAll<HTMLInputElement>('.task__pick input')]
const loaded = (id: string) => waitFor(() => expect(document.querySelector(`[data-id="${id}"] a`)).toBeTruthy())
const enter = (path: string) => open(path, 'approver.insurance')

describe('a list of thousands', () => {
  it('puts only what is in sight into the page and says where each row stands', async () => {
    startTasks(9_999)
    await enter('/tasks')
    await loaded('100001')

    expect(lines().length).toBeLessThanOrEqual(30)
    expect(lines()[0].getAttribute('aria-setsize')).toBe('9999')
    expect(lines().map(line => line.getAttribute('aria-posinset')).slice(0, 3)).toEqual(['1', '2', '3'])
  })

  it('does not pretend to know how many there are where the server counts no further', async () => {
    startTasks(10_000)
    const { findByText } = await enter('/tasks')
    await findByText('10,000 项以上')

    expect(lines()[0].getAttribute('aria-setsize')).toBe('-1')
  })

  it('goes on by J past the page that was loaded, and back by K', async () => {
    startTasks(250)
    const pages: string[] = []
    serve([route('GET /api/tasks', async ({ query }) => {
      pages.push(query.get('page')!)
      return allRoutes.find(one => one.path === '/api/tasks')!.answer({ query, params: {}, body: undefined as never })
    }), ...allRoutes])
    const { router, user } = await enter('/tasks/100100')
    await loaded('100001')

    await user.keyboard('j')
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/100101'))
    await user.keyboard('k')
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/100100'))

    expect(pages).toContain('1')
  })

  it('says to the ear what is unread, and forgets it when it was opened', async () => {
    const { router } = await enter('/tasks')
    await loaded('102')
    expect(document.querySelector('[data-id="102"]')!.textContent).toContain('未读')

    await router.push('/tasks/102')

    await waitFor(() => expect(document.querySelector('[data-id="102"]')!.textContent).not.toContain('未读'))
  })
})

describe('order and columns', () => {
  it('are in the address and come back with the next visit', async () => {
    const { router, user, getByText, getByLabelText, unmount } = await enter('/tasks')
    await loaded('101')
    await user.selectOptions(getByLabelText('排序'), 'item')
    await user.click(getByText('显示项'))
    await user.click((await dialog()).getByLabelText('编号'))
    await waitFor(() => expect(router.currentRoute.value.query).toEqual({ sort: 'item', columns: 'person,step,due,holder' }))
    unmount()

    const again = await enter('/tasks?view=mine')

    await waitFor(() => expect(again.router.currentRoute.value.query).toEqual({ view: 'mine', sort: 'item', columns: 'person,step,due,holder' }))
    await loaded('101')
    expect(document.querySelector('[data-id="101"] a')!.textContent).not.toContain('4301002026')
  })
})

describe('saved views', () => {
  it('keep filter, order and columns under a name', async () => {
    const { user, findByText } = await enter('/tasks?view=mine&light=RED&sort=item&columns=due')
    await user.click(await findByText('保存视图…'))
    const form = await dialog()
    await user.click(form.getByText('保存'))
    expect(form.getByText('请填写视图名称。')).toBeTruthy()
    await user.type(form.getByLabelText('视图名称'), '津贴待领')
    await user.click(form.getByText('保存'))
    await form.findByText('您已有同名的视图，请换一个名称。')
    await user.type(form.getByLabelText('视图名称'), '红牌')
    await user.click(form.getByLabelText('本部门同事也可以使用'))
    await user.click(form.getByText('保存'))
    await shut()

    expect(state.views.at(-1)).toMatchObject({ name: '津贴待领红牌', shared: true, columns: ['due'], query: { view: 'mine', light: 'RED', q: '', sort: 'item' } })
    expect((await findByText('津贴待领红牌')).closest('button')!.getAttribute('aria-pressed')).toBe('true')
  })

  it('open what they keep', async () => {
    const { router, user, findByText } = await enter('/tasks')
    await user.click(await findByText('津贴待领'))

    await waitFor(() => expect(router.currentRoute.value.query).toEqual({ view: 'group', q: '津贴', sort: 'created', columns: 'person,due' }))
  })

  it('are renamed without losing what they keep', async () => {
    const { user, findByText, findByLabelText } = await enter('/tasks')
    await user.click(await findByLabelText('修改视图“津贴待领”'))
    const form = await dialog()
    await user.clear(form.getByLabelText('视图名称'))
    await user.type(form.getByLabelText('视图名称'), '待领的津贴')
    await user.click(form.getByText('保存'))

    await findByText('待领的津贴')
    expect(state.views.find(view => view.id === 2)).toMatchObject({ name: '待领的津贴', query: { view: 'group', q: '津贴' } })
  })

  it('can be had back after they were deleted; those of others cannot be changed', async () => {
    const { user, findByText, findByLabelText, queryByLabelText } = await enter('/tasks')
    await user.click(await findByLabelText('修改视图“津贴待领”'))
    expect(queryByLabelText('修改视图“红牌优先”')).toBeNull()
    await user.click((await dialog()).getByText('删除视图'))
    await findByText(/已删除视图“津贴待领”/)
    expect(state.views).toHaveLength(1)

    await user.click(await findByText('撤销'))

    await waitFor(() => expect(state.views.at(-1)).toMatchObject({ name: '津贴待领', columns: ['person', 'due'] }))
  })
})

describe('ticked tasks', () => {
  it('are taken from one to the other with Shift, by X for the open one, and left by Esc', async () => {
    const { user, findByText, queryByText } = await enter('/tasks/101')
    await loaded('109')
    await user.click(ticks()[1])
    await user.keyboard('{Shift>}')
    await user.click(ticks()[3])
    await user.keyboard('{/Shift}')
    await findByText('已选 3 项')

    await user.keyboard('x')
    await findByText('已选 4 项')
    await user.keyboard('{Escape}')

    await waitFor(() => expect(queryByText('已选 4 项')).toBeNull())
  })

  it('are first told who is left out and why, then what became of each', async () => {
    const { user } = await enter('/tasks')
    await loaded('102')
    for (const at of [0, 1, 2]) await user.click(ticks()[at])
    await user.click(document.querySelector('.bulk__acts button')!)
    const sheet = await dialog()
    await sheet.findByText('可以办理 1 项')
    expect(sheet.getByText('您已经领取。')).toBeTruthy()
    expect(sheet.getByText('王建国 已领取。')).toBeTruthy()
    expect(state.rows.find(row => row.id === '102')!.assignee).toBeNull()

    await user.click(sheet.getByText('领取 1 项'))

    await sheet.findByText('办理成功 1 项')
    expect(state.rows.find(row => row.id === '102')!.assignee).toBe('approver.insurance')
    await user.click(sheet.getByText('关闭'))
    await shut()
    await waitFor(() => expect(ticks().filter(tick => tick.checked)).toHaveLength(2))
  })

  it('are handed over only to somebody, for a reason', async () => {
    const { user } = await enter('/tasks')
    await loaded('101')
    await user.click(ticks()[0])
    await user.click(document.querySelectorAll<HTMLElement>('.bulk__acts button')[2])
    const sheet = await dialog()
    await user.click(sheet.getByText('下一步：核对'))
    expect(sheet.getByText('请选择一名同事。')).toBeTruthy()
    expect(sheet.getByText('请写明理由。')).toBeTruthy()
    await user.click(await sheet.findByText('李晓'))
    await user.type(sheet.getByLabelText('转办理由'), '轮岗')
    await user.click(sheet.getByText('下一步：核对'))
    await user.click(await sheet.findByText('转办 1 项'))

    await sheet.findByText('办理成功 1 项')
    expect(state.rows.find(row => row.id === '101')!.assigneeName).toBe('李晓')
  })
})
