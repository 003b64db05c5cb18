import { within } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

describe('授权与代办', () => {
  it('tells what ends with a mandate before it is revoked', async () => {
    let ended = ''
    serve([route('POST /api/mandates/:id/end', ({ params }) => { ended = params.id; return {} }), ...allRoutes])
    const { findAllByRole, findByRole, findByText, user } = await open('/account/mandates')

    await user.click((await findAllByRole('button', { name: /^撤销授权/ }))[0])
    await findByText('没有提交的草稿转给委托人。')
    expect(ended).toBe('')
    await user.click(within(document.querySelector('dialog')!).getByText('撤销授权'))

    await findByText('与陈敏的授权已终止。')
    expect(ended).toBe('m-1')
  })

  it('is given with items, days and without licenses unless they are ticked', async () => {
    let sent: Record<string, unknown> = {}
    serve([route('POST /api/mandates', ({ body }) => { sent = body; return {} }), ...allRoutes])
    const { findByRole, findByLabelText, findByText, user } = await open('/account/mandates')

    await user.click(await findByRole('button', { name: '授权他人代办' }))
    await user.type(await findByLabelText(/^代办人姓名/), '陈敏')
    await user.type(await findByLabelText(/^代办人手机号码/), '13800000401')
    await user.click(await findByRole('button', { name: '授权' }))
    await findByText('请选择可以代办的事项。')
    expect(sent).toEqual({})
    await user.click(await findByLabelText('新生儿出生一件事'))
    await user.click(await findByRole('button', { name: '授权' }))

    await findByText('已发出授权，陈敏接受后生效。')
    expect(sent).toMatchObject({ agentName: '陈敏', subjects: ['newborn'], licenses: false, creditCode: null })
  })

  it('takes a signed paper along when it is given, and another one afterwards', async () => {
    let sent: Record<string, unknown> = {}
    let added: unknown
    serve([
      route('POST /api/mandates', ({ body }) => { sent = body; return {} }),
      route('POST /api/mandates/:id/papers', ({ body }) => { added = body; return {} }), ...allRoutes])
    const { findByRole, findByLabelText, findByText, findAllByLabelText, user } = await open('/account/mandates')
    const scan = new File(['%PDF-1.7'], '授权委托书.pdf', { type: 'application/pdf' })

    expect(((await findByRole('link', { name: /^查看授权委托书陈敏/ })) as HTMLAnchorElement).pathname).toBe('/api/documents/paper-1/content')
    await user.upload((await findAllByLabelText(/^补交授权委托书/))[0], scan)
    await findByText('授权委托书已收到。')
    expect(added).toEqual({ papers: ['paper-9'] })

    await user.click(await findByRole('button', { name: '授权他人代办' }))
    await user.type(await findByLabelText(/^代办人姓名/), '陈敏')
    await user.type(await findByLabelText(/^代办人手机号码/), '13800000401')
    await user.click(await findByLabelText('新生儿出生一件事'))
    await user.upload(await findByLabelText(/^选择文件/), scan)
    await findByText('授权委托书.pdf')
    await user.click(await findByRole('button', { name: '授权' }))

    await findByText('已发出授权，陈敏接受后生效。')
    expect(sent).toMatchObject({ papers: ['paper-9'] })
  })

  it('is written down at a window by the paper of somebody who does not come, without their licenses', async () => {
    let sent: { present: object, given: { licenses: boolean, papers: string[] } } | undefined
    serve([route('POST /api/window-mandates', ({ body }) => {
      sent = body as typeof sent
      if (!sent!.given.papers.length) throw new Refused(422, 'mandate-paper', '委托人未到场的，请上传其签字的授权委托书。', { field: 'papers' })
      return { agentName: '陈敏' }
    }), ...allRoutes])
    const { findByRole, findByLabelText, findByText, queryByLabelText, user } = await open('/account/window-mandates', 'clerk')

    await user.click(await findByLabelText('委托人同意代办时使用其电子证照'))
    await user.click(await findByLabelText(/^已查验委托人的身份证件原件/))
    await user.click(await findByLabelText(/^本人未到场/))
    expect((await findByLabelText(/^已核对授权委托书原件/) as HTMLInputElement).checked).toBe(false)
    expect(queryByLabelText('委托人同意代办时使用其电子证照')).toBeNull()
    await user.click(await findByLabelText('全部事项'))
    await user.click(await findByRole('button', { name: '登记授权' }))
    await findByText('委托人未到场的，请上传其签字的授权委托书。')

    await user.upload(await findByLabelText(/^选择文件/), new File(['%PDF-1.7'], '委托书.pdf', { type: 'application/pdf' }))
    await findByText('委托书.pdf')
    await user.click(await findByLabelText(/^已核对授权委托书原件/))
    await user.click(await findByRole('button', { name: '登记授权' }))

    await findByText('已登记，陈敏登录后接受即可代办。')
    expect(sent).toMatchObject({ present: { byPaper: true, verified: true }, given: { licenses: false, papers: ['paper-9'] } })
  })

  it('lets an application be begun for somebody whose mandate covers it, and no other', async () => {
    let begun: Record<string, unknown> = {}
    serve([route('POST /api/drafts', ({ body }) => { begun = body; return { id: 'd-1', answers: {}, items: [], revision: 1 } }), ...allRoutes])
    const { findByLabelText, findByRole, user } = await open('/items/HN-SC-0601')

    expect((await findByLabelText(/为李秀英/) as HTMLInputElement).disabled).toBe(true)
    await user.click(await findByLabelText(/为长沙示例餐饮管理有限公司/))
    await user.click(await findByRole('button', { name: '立即办理' }))

    expect(begun.actingFor).toEqual({ mandate: null, creditCode: '91430102MADEMA019C' })
  })

  it('shows a code once, digit by digit to who listens', async () => {
    const { findByText, user } = await open('/apply/d-1/items')

    await user.click(await findByText('请窗口或者村（社区）人员帮忙填写'))
    await user.click(await findByText('生成帮办码'))

    await findByText('4821 305 917')
    await findByText('4 8 2 1 3 0 5 9 1 7')
  })
})

describe('帮办', () => {
  it('takes a draft by its code, sees no numbers, and sends only with the owner\'s word', async () => {
    let sent: Record<string, unknown> = {}
    serve([
      route('GET /api/helped-drafts/:id/form', () => ({ pages: [], materials: [], counts: { asked: 0, merged: 0, prefilled: 0 } })),
      route('POST /api/helped-drafts/:id/submission', ({ body }) => { sent = body; return { applicationNo: 'A1' } }), ...allRoutes])
    const { findByLabelText, findByRole, findByText, user, router } = await open('/tasks/help', 'clerk')

    await user.type(await findByLabelText(/^帮办码/), '0000 000 000')
    await user.click(await findByRole('button', { name: '接手草稿' }))
    await findByText(/帮办码不正确/)
    await user.clear(await findByLabelText(/^帮办码/))
    await user.type(await findByLabelText(/^帮办码/), '4821 305 917')
    await user.click(await findByRole('button', { name: '接手草稿' }))
    await findByText(/正在帮陈静填写/)
    await router.push('/apply/help-d-1/check')
    await user.click(await findByRole('button', { name: '向申请人手机发送确认短信' }))
    await user.type(await findByLabelText(/^申请人报给您的验证码/), '123456')
    await user.click(await findByRole('button', { name: '提交申报' }))

    await findByText('已代申请人提交')
    expect(sent).toEqual({ code: '123456' })
  })
})
