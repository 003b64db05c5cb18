import { afterEach, describe, expect, it, vi } from 'vitest'
import { within } from '@testing-library/vue'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { presentPerson, refuse } from '@mocks/fixtures/session'
import { route, serve } from '@mocks/server'
import { setElder } from '@/ui/elder'
import { setTheme } from './theme'

const root = document.documentElement
let orders: Record<string, string>[]
const hotline = () => {
  orders = []
  serve([route('POST /api/orders', ({ body }) => {
    if (!presentPerson()) refuse(401, 'signed-out', '')
    orders.push(body)
    return { no: 'W1' }
  }), ...allRoutes])
}
const dialog = () => within(document.querySelector('dialog')!)

describe('显示设置', () => {
  afterEach(() => {
    setTheme('system')
    setElder(false)
  })

  it.each([['浅色', 'light'], ['深色', 'dark'], ['高对比', 'contrast']])('%s is shown at once and kept in this browser', async (name, theme) => {
    const { findByRole, user } = await open('/', null)

    await user.click(await findByRole('button', { name: '显示设置' }))
    await user.click(dialog().getByLabelText(name))
    expect(root.dataset.theme).toBe(theme)
    expect(localStorage.getItem('onevisit.theme')).toBe(theme)

    await user.click(dialog().getByLabelText('跟随系统'))
    expect(root.dataset.theme).toBeUndefined()
  })

  it('适老版 is one tap away and a choice of the menu too', async () => {
    const { findByRole, user } = await open('/', null)

    await user.click(await findByRole('switch', { name: '适老版' }))
    expect(root.hasAttribute('data-elder')).toBe(true)
    await user.click(await findByRole('button', { name: '显示设置' }))
    await user.click(dialog().getByLabelText('适老版'))
    expect(root.hasAttribute('data-elder')).toBe(false)
  })
})

describe('需要帮忙', () => {
  afterEach(() => sessionStorage.clear())

  it.each([['/', null], ['/items', 'chen.jing'], ['/apply/d-1/form/parents', 'chen.jing'], ['/account', 'chen.jing'], ['/sign-in', null], ['/gone', null]])('stands at the foot of %s, with everything there is', async (path, as) => {
    const { findByRole } = await open(path, as)

    const help = within(await findByRole('region', { name: '需要帮忙' }))
    expect(help.getByRole('link', { name: /12345/ }).getAttribute('href')).toBe('tel:12345')
    expect((await help.findAllByRole('button')).map(button => button.textContent?.trim())).toEqual(['请工作人员回电', '预约代办', '请人帮办'])
  })

  it('tells officers the telephone only', async () => {
    const { findByRole } = await open('/items', 'approver.insurance')

    await findByRole('link', { name: /何伟/ })
    expect(within(await findByRole('region', { name: '需要帮忙' })).queryAllByRole('button')).toEqual([])
  })

  it('sends what is wanted to the hotline with the page it is about, after signing in, losing nothing', async () => {
    hotline()
    const { findByRole, findByLabelText, findByText, user } = await open('/ratings', null)

    await user.click(await findByRole('button', { name: '请工作人员回电' }))
    await user.type(await findByLabelText(/^您要办什么/), '不会上传照片')
    await user.type(await findByLabelText(/^工作人员拨打的电话/), '13800000999')
    await user.selectOptions(await findByLabelText('您在哪个地方'), '430102')
    await user.click(dialog().getByText('请回电'))
    await findByText('请先登录')
    await user.type(await findByLabelText('用户名或手机号'), 'chen.jing')
    await user.type(await findByLabelText('密码'), 'onevisit')
    await user.click(within([...document.querySelectorAll('dialog')].at(-1)!).getByText('登录'))

    await findByText('已登记，编号 W1。工作人员会按您留的电话回电。')
    expect(orders).toEqual([{ kind: 'HELP', duty: 'other', region: '430102', phone: '13800000999', caseNo: '', ratingNo: '', text: expect.stringMatching(/^请工作人员回电。\n要办的事：不会上传照片\n方便接听的时间：没有指定\n求助时所在页面：评价公示/) }])
  })

  it('asks for a visit at home with where, when, what for and why, and says that it has to be agreed', async () => {
    const asked: Record<string, string>[] = []
    serve([route('POST /api/home-visits', ({ body }) => {
      asked.push(body)
      return { no: 'H1' }
    }), ...allRoutes])
    const { findByRole, findByLabelText, findByText, user } = await open('/items')

    await user.click(await findByRole('button', { name: '预约代办' }))
    await user.type(await findByLabelText(/^您要办什么/), '给老人办优待证')
    await user.click(dialog().getByText('提交申请'))
    await findByText('请写明上门的详细地址。')
    expect(asked).toEqual([])
    await user.type(await findByLabelText(/^为什么不便到大厅办理/), '长期卧床')
    await user.type(await findByLabelText(/^上门的详细地址/), '韶山北路 8 号')
    await user.type(await findByLabelText(/^希望哪天上门/), '2099-03-06')
    await user.click(dialog().getByText('提交申请'))

    await findByText(/已登记，编号 H1。工作人员会来电约定时间/)
    expect(asked).toEqual([expect.objectContaining({ about: '给老人办优待证', why: '长期卧床', address: '韶山北路 8 号', wantedOn: '2099-03-06', wantedPart: 'ANY' })])
  })

  it('keeps what was written when the form is closed', async () => {
    hotline()
    const { findByRole, findByLabelText, user } = await open('/items')

    await user.click(await findByRole('button', { name: '请工作人员回电' }))
    await user.type(await findByLabelText(/^您要办什么/), '不会填')
    await user.click(dialog().getByText('取消'))
    await user.click(await findByRole('button', { name: '请工作人员回电' }))

    expect((await findByLabelText(/^您要办什么/) as HTMLTextAreaElement).value).toBe('不会填')
  })

  it('opens the code for a helper in one\'s own application, and the mandates elsewhere', async () => {
    const { findByRole, findByText, router, user } = await open('/apply/d-1/items')

    await findByText('请窗口或者村（社区）人员帮忙填写')
    await user.click(await findByRole('button', { name: '请人帮办' }))
    expect(document.querySelector<HTMLDetailsElement>('#help-code')!.open).toBe(true)
    await router.push('/items')
    await user.click(await findByRole('button', { name: '请人帮办' }))

    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/account/mandates'), { timeout: 15_000 })
  })
})
