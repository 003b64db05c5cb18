import { waitFor } from '@testing-library/vue'
import { describe, expect, it, vi } from 'vitest'
import { dialog, shut } from '@mocks/dialog'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { route, serve } from '@mocks/server'

const sent = vi.fn()
/** Writes down what goes to this address. */
const watch = (spec: string, said: unknown = undefined) => serve([route(spec, ({ body, params }) => { sent(body, params); return said }), ...allRoutes])

async function begin(id: string, name: string) {
  sent.mockClear()
  const screen = await open(`/tasks/${id}`, 'approver.insurance')
  await screen.user.click(await screen.findByText('办理操作'))
  const entry = [...document.querySelectorAll<HTMLElement>('.verb')].find(one => one.querySelector('.verb__name')!.firstChild!.textContent === name)!
  await screen.user.click(entry)
  return { ...screen, entry }
}

describe('what can be done with a task', () => {
  it('stands with its effect on the clock, or with why it cannot be done now', async () => {
    const { user, findByText } = await open('/tasks/109', 'approver.insurance')
    await user.click(await findByText('办理操作'))
    const said = (name: string) => [...document.querySelectorAll<HTMLElement>('.verb')].find(one => one.textContent!.startsWith(name))!

    expect(said('委派').textContent).toContain('时限继续计算')
    expect(said('委派').getAttribute('aria-disabled')).toBeNull()
    expect(said('准予').textContent).toContain('李晓 还没有答复')
    expect(said('准予').getAttribute('aria-disabled')).toBe('true')
    await user.click(said('延期'))
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('shuts by Esc and gives the focus back', async () => {
    const { user, findByText } = await open('/tasks/101', 'approver.insurance')
    const button = (await findByText('办理操作')).closest('button')!
    await user.click(button)
    await user.keyboard('{ArrowDown}{Escape}')

    expect(document.querySelector('.verbs__sheet')).toBeNull()
    expect(document.activeElement).toBe(button)
  })
})

describe('handing over', () => {
  it('needs a colleague and a reason, and finds colleagues by name', async () => {
    watch('POST /api/tasks/:id/transfer')
    const { user, router } = await begin('101', '转办')
    const form = await dialog()
    await user.click(form.getAllByText('转办').at(-1)!)
    expect(form.getByText('请选择一名同事。')).toBeTruthy()
    expect(sent).not.toHaveBeenCalled()
    await user.type(await form.findByLabelText('按姓名查找'), '欧阳')
    expect(form.queryByText('李晓')).toBeNull()
    expect(form.getByText('待办 15 项')).toBeTruthy()
    await user.click(form.getByText('欧阳静'))
    await user.type(form.getByLabelText('转办理由'), '请其复核')
    await user.click(form.getAllByText('转办').at(-1)!)

    await shut()
    expect(sent).toHaveBeenCalledWith({ to: 'ouyang.jing', reason: '请其复核' }, { id: '101' })
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/tasks/102'))
  })
})

describe('asking', () => {
  it.each([['委派', 'DELEGATE'], ['前加签', 'BEFORE'], ['后加签', 'AFTER']])('%s asks one', async (name, kind) => {
    watch('POST /api/tasks/:id/asks', [])
    const { user } = await begin('101', name)
    const form = await dialog()
    await user.click(form.getByText('发出'))
    expect(form.getByText('请选择一名同事。')).toBeTruthy()
    expect(form.getByText('请写明需要对方做什么。')).toBeTruthy()
    await user.click(await form.findByText('李晓'))
    await user.click(form.getByText('唐莉'))
    await user.type(form.getByLabelText('需要对方做什么'), '核对清单')
    await user.click(form.getByText('发出'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ kind, of: ['tang.li'], question: '核对清单' }, { id: '101' })
  })

  it('会签 asks two or more', async () => {
    watch('POST /api/tasks/:id/asks', [])
    const { user } = await begin('101', '会签')
    const form = await dialog()
    await user.click(await form.findByText('李晓'))
    await user.type(form.getByLabelText('需要对方做什么'), '共同研究')
    await user.click(form.getByText('发出'))
    expect(form.getByText('会签请选择两至十名同事。')).toBeTruthy()
    await user.click(form.getByText('周敏'))
    await user.click(form.getByText('发出'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ kind: 'JOINT', of: ['li.xiao', 'zhou.min'], question: '共同研究' }, { id: '101' })
  })

  it('减签 takes back what is not answered yet', async () => {
    watch('POST /api/tasks/:id/asks/:ask/withdrawal')
    const { user } = await begin('109', '减签')
    const form = await dialog()
    expect(form.queryByText(/周敏/)).toBeNull()
    await user.click(form.getByText('撤回'))
    expect(form.getByText('请写明理由。')).toBeTruthy()
    await user.type(form.getByLabelText('减签理由'), '已当面答复')
    await user.click(form.getByText('撤回'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ reason: '已当面答复' }, { id: '109', ask: '9' })
  })

  it('is answered by whoever was asked, and what they wrote survives a refusal', async () => {
    watch('POST /api/tasks/:id/asks/:ask/answer')
    sent.mockClear()
    const { user, findByText, getByText, getByLabelText } = await open('/tasks/108', 'approver.insurance')
    await user.click(await findByText('提交答复'))
    expect(getByText('请选择同意或者不同意。')).toBeTruthy()
    await user.click(getByLabelText('不同意'))
    await user.type(getByLabelText('您的意见'), '票据不符')
    await user.click(getByText('提交答复'))

    await waitFor(() => expect(sent).toHaveBeenCalledWith({ agrees: false, opinion: '票据不符' }, { id: '108', ask: '8' }))
  })
})

describe('sending back', () => {
  it('goes to the step before unless another is chosen, and says which cannot be', async () => {
    watch('POST /api/tasks/:id/step-back')
    const { user } = await begin('101', '退回上一步或指定步')
    const form = await dialog()
    expect((form.getByLabelText(/^上一步：部门初审/) as HTMLInputElement).checked).toBe(true)
    expect((form.getByLabelText(/^受理/) as HTMLInputElement).disabled).toBe(true)
    expect(form.getByText('由系统完成，不能退回。')).toBeTruthy()
    expect(form.queryByText('重办之后怎样回来')).toBeNull()
    await user.click(form.getByLabelText(/^综窗审查/))
    expect(form.getByText(/部门初审 再依次办理/)).toBeTruthy()
    await user.click(form.getByLabelText(/^直达/))
    await user.click(form.getAllByText('退回').at(-1)!)
    expect(form.getByText('请写明理由。')).toBeTruthy()
    await user.type(form.getByLabelText('退回理由'), '材料页数不全')
    await user.click(form.getAllByText('退回').at(-1)!)

    await shut()
    expect(sent).toHaveBeenCalledWith({ to: 'clerkReview', reason: '材料页数不全', straight: true }, { id: '101' })
  })

  it('is told to whoever does it again, with the reason and the way it goes on', async () => {
    const { findByText, getByText } = await open('/tasks/107', 'approver.insurance')
    await findByText('请写明参保年限的计算依据。')

    expect(getByText(/唐莉 .*从“第二承办人复核”退回重办/)).toBeTruthy()
    expect(getByText(/直接回到 唐莉 的“第二承办人复核”/)).toBeTruthy()
  })

  it('to the applicant ends the case and says so first', async () => {
    watch('POST /api/tasks/:id/ending')
    const { user } = await begin('101', '退回申请人')
    const form = await dialog()
    expect(form.getByText(/终止后不能恢复/)).toBeTruthy()
    await user.type(form.getByLabelText('退回理由'), '申请人要求撤件')
    await user.click(form.getByText('退回申请人并终止办件'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ kind: 'return', reason: '申请人要求撤件', to: '' }, { id: '101' })
  })
})

describe('the clock', () => {
  it('补正 tells everything at once', async () => {
    watch('POST /api/tasks/:id/completion')
    const { user } = await begin('101', '补正')
    const form = await dialog()
    await user.click(form.getByText('发出补正告知'))
    expect(form.getByText('请勾选需要补正的材料。')).toBeTruthy()
    await user.click(form.getByLabelText('银行账户凭证'))
    await user.type(form.getByLabelText('补正要求'), '请补银行卡照片')
    await user.click(form.getByText('发出补正告知'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ outcome: 'supplement', opinion: '请补银行卡照片', materials: ['bank-account-proof'] }, { id: '101' })
  })

  it('特别程序: days and date follow each other, every light is shown before it is done', async () => {
    watch('POST /api/tasks/:id/completion')
    const { user } = await begin('101', '特别程序（中止计时）')
    const form = await dialog()
    const days = form.getByLabelText('所需天数') as HTMLInputElement
    const until = form.getByLabelText('或者到哪一天') as HTMLInputElement
    await waitFor(() => expect(until.value).toBe('2026-03-16'))
    expect(form.getByText('最多 365 天')).toBeTruthy()
    await user.clear(days)
    await user.type(days, '10')
    await waitFor(() => expect(until.value).toBe('2026-03-21'))
    await user.clear(until)
    await user.type(until, '2026-03-18')
    await waitFor(() => expect(days.value).toBe('7'))
    const rows = [...document.querySelectorAll('dialog tbody tr')].map(row => row.textContent)
    expect(rows).toHaveLength(3)
    expect(rows[1]).toMatch(/黄牌.*3月11日.*3月18日/)
    await user.click(form.getByText('启动特别程序，中止计时'))
    expect(form.getByText('请选择特别程序的种类。')).toBeTruthy()
    await user.selectOptions(form.getByLabelText('特别程序种类'), '鉴定')
    await user.type(form.getByLabelText('理由'), '需要专业鉴定')
    await waitFor(() => expect(document.querySelector('dialog [aria-busy=true]')).toBeNull())
    await user.click(form.getByText('启动特别程序，中止计时'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ outcome: 'special-procedure', kind: '鉴定', days: 7, opinion: '需要专业鉴定' }, { id: '101' })
  })

  it('延期 goes no further than what is allowed', async () => {
    watch('POST /api/tasks/:id/completion')
    const { user } = await begin('101', '延期')
    const form = await dialog()
    await form.findByText('最多 10 天')
    await user.clear(form.getByLabelText('所需天数'))
    await user.type(form.getByLabelText('所需天数'), '11')
    await user.type(form.getByLabelText('理由'), '案情复杂')
    await user.click(form.getByText('申请延期'))
    await form.findByText('最多 10 天。')
    expect(sent).not.toHaveBeenCalled()
    await user.clear(form.getByLabelText('所需天数'))
    await user.type(form.getByLabelText('所需天数'), '10')
    await waitFor(() => expect((form.getByLabelText('或者到哪一天') as HTMLInputElement).value).toBe('2026-03-21'))
    await user.click(form.getByText('申请延期'))

    await shut()
    expect(sent).toHaveBeenCalledWith({ outcome: 'extension', days: 10, opinion: '案情复杂' }, { id: '101' })
  })
})

describe('single keys', () => {
  it.each([['r', '退回到'], ['s', '补正要求'], ['p', '特别程序种类']])('%s begins its act', async (key, words) => {
    const { user } = await open('/tasks/101', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('#task-title')).toBeTruthy())
    await user.keyboard(key)

    expect((await dialog()).getByText(words)).toBeTruthy()
  })

  it('a chooses granting in the task’s own form', async () => {
    const { user } = await open('/tasks/101', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('.fjs-form input[type=radio]')).toBeTruthy())
    await user.keyboard('a')

    await waitFor(() => expect(document.querySelector<HTMLInputElement>('.fjs-form input[value=grant], .fjs-form input[type=radio]:checked')!.checked).toBe(true))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  })

  it('say why where the act is not allowed', async () => {
    const { user, findAllByText } = await open('/tasks/103', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('#task-title')).toBeTruthy())
    await user.keyboard('s')

    expect((await findAllByText('现在不能“补正”：由 唐莉 办理。')).length).toBeGreaterThan(0)
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('are silent when they are switched off', async () => {
    const { user } = await open('/tasks/101', 'approver.insurance')
    await waitFor(() => expect(document.querySelector('#task-title')).toBeTruthy())
    await user.keyboard('?')
    const help = await dialog()
    await user.click(help.getByLabelText('启用单键快捷键'))
    await user.click(document.querySelector<HTMLElement>('.modal__close')!)
    await user.keyboard('r')

    expect(document.querySelector('dialog')).toBeNull()
    const { setKeys } = await import('@/ui/useKeys')
    setKeys(true)
  })
})
