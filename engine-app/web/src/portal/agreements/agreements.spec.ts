import { beforeEach, describe, expect, it } from 'vitest'
import { dialog } from '@mocks/dialog'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

let sent: { agrees?: boolean, reason?: string }[] = []
beforeEach(() => {
  sent = []
  serve([route('POST /api/agreements/:id/answer', ({ body }) => { sent.push(body); return {} }), ...allRoutes])
})

describe('另一方确认', () => {
  it('is found in a list and says who asks and what of the person is used', async () => {
    const { findAllByRole, findByText, user } = await open('/agreements')

    await user.click((await findAllByRole('link', { name: '二手房转移登记及水电气过户一件事' }))[0])

    await findByText(/同意把您名下的房屋转移登记给申请人/)
    await findByText('李*')
    await findByText('居民身份证、不动产权证书')
  })

  it('is given after it was said what follows', async () => {
    const { findByRole, findByText, user } = await open('/agreements/agreement-1')

    await user.click(await findByRole('button', { name: '同意' }))
    const question = await dialog()
    question.getByText(/您的居民身份证、不动产权证书可以用于本次申报/)
    expect(sent).toEqual([])
    await user.click(question.getByText('同意'))

    await findByText('您已同意，对方的申报接着办理。')
    expect(sent).toEqual([{ agrees: true }])
  })

  it('is refused with a reason', async () => {
    const { findByRole, findByText, user } = await open('/agreements/agreement-1')

    await user.click(await findByRole('button', { name: '不同意' }))
    const question = await dialog()
    await user.type(question.getByLabelText(/^不同意的理由/), '价款没有谈妥')
    await user.click(question.getByText('提交'))

    await findByText('您的答复已经告知对方。')
    expect(sent).toEqual([{ agrees: false, reason: '价款没有谈妥' }])
  })

  it('tells what went wrong and shows how it stands now', async () => {
    serve([route('POST /api/agreements/:id/answer', () => { throw new Refused(409, 'agreement-over', '答复期限已经届满，不能再答复。') }), ...allRoutes])
    const { findByRole, findByText, user } = await open('/agreements/agreement-1')

    await user.click(await findByRole('button', { name: '同意' }))
    await user.click((await dialog()).getByText('同意'))

    await findByText(/答复期限已经届满/)
  })

  it('is taken back while that is possible', async () => {
    let why = ''
    serve([route('POST /api/agreements/:id/withdrawal', ({ body }: { body: { reason: string } }) => { why = body.reason; return {} }), ...allRoutes])
    const { findByRole, findByText, user } = await open('/agreements/agreement-2')

    await user.click(await findByRole('button', { name: '收回同意' }))
    const question = await dialog()
    await user.type(question.getByLabelText(/^收回的理由/), '改变主意')
    await user.click(question.getByText('确认收回'))

    await findByText('您已收回同意，对方的申报将退回。')
    expect(why).toBe('改变主意')
  })

  it('is waited for by who asked, who may remind', async () => {
    let reminded = ''
    serve([route('POST /api/agreements/:id/reminder', ({ params }) => { reminded = params.id }), ...allRoutes])
    const { findByRole, user } = await open('/applications/A43010020260303004711848')

    await findByRole('heading', { name: '等待赵*确认' })
    await user.click(await findByRole('button', { name: '提醒对方' }))

    await expect.poll(() => reminded).toBe('agreement-9')
  })

  it('is written down at the window, signed', async () => {
    const { findByLabelText, findByText, getByLabelText, getByRole, user } = await open('/tasks/window/agreements', 'clerk')

    await user.type(await findByLabelText(/^申报编号/), 'A43010020260303004711848')
    await user.type(getByLabelText(/^公民身份号码/), '430111199710099064')
    await user.click(getByRole('button', { name: '查找' }))
    await user.click(await findByLabelText('同意'))
    await user.click(getByRole('button', { name: '登记' }))
    await findByText(/请查验本人身份证件原件，请其书面签字/)
    await user.click(getByLabelText('已查验本人身份证件原件，本人已书面签字'))
    await user.click(getByRole('button', { name: '登记' }))

    await findByText('已登记，申请人会收到消息。')
    await findByText(/在窗口当面答复/)
  })
})
