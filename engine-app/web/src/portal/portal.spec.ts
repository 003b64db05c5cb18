import { waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

beforeEach(() => sessionStorage.clear())

describe('a parent', () => {
  it('sees first what waits for her, then what can be applied for', async () => {
    const { findByRole } = await open('/')
    const main = within(await findByRole('main'))

    const headings = await waitFor(async () => {
      const found = (await main.findAllByRole('heading', { level: 2 })).map(each => each.textContent)
      expect(found).toHaveLength(3)
      return found
    })

    expect(headings).toEqual(['待您办理', '可以办的一件事', '我的申报'])
  })

  it('is told at the top which questions are still open, each a link to its field', async () => {
    const { findByRole, user } = await open('/bundles/newborn/guide')

    await user.click(await findByRole('button', { name: '查看要办的事项和材料' }))

    const summary = await findByRole('alert')
    expect(summary.textContent).toContain('有 5 处需要您补充或修改')
    expect(document.activeElement).toBe(summary)
  })

  it('sees where a value is from and corrects it only by saying that it is wrong', async () => {
    const { findByText, findByRole, getByLabelText, queryByLabelText, user } = await open('/apply/d-1/form/parents')
    await findByText('陈静')
    expect(queryByLabelText('母亲姓名')).toBeNull()
    expect((await findByText('来自 居民户口簿 · 2021年3月11日 更新'))).toBeTruthy()

    await user.click(await findByRole('button', { name: /有误？.*母亲姓名/ }))

    expect((getByLabelText('母亲姓名') as HTMLInputElement).value).toBe('陈静')
    await findByText(/居民身份证上是“陈静”/)
  })

  it('cannot submit while a required material is missing and reads which', async () => {
    const { findByRole, findByText } = await open('/apply/d-1/check')

    await findByText('还没有上传“出生医学证明”')

    expect((await findByRole('button', { name: '提交申报' }) as HTMLButtonElement).disabled).toBe(true)
  })

  it('reads why a file was not taken and can send it again without touching the others', async () => {
    let tries = 0
    serve([route('POST /api/drafts/:id/documents', () => {
      if (++tries === 1) throw new Refused(422, 'document-damaged', '文件已损坏，没有保存。')
      return { id: 'doc-5', name: '证明.png', size: 9, type: 'image/png' }
    }), ...allRoutes])
    const { findAllByLabelText, findByRole, queryByRole, user } = await open('/apply/d-1/materials')

    await user.upload((await findAllByLabelText(/^选择文件.*出生医学证明/))[0], new File(['not much'], '证明.png', { type: 'image/png' }))
    expect((await findByRole('alert')).textContent).toContain('文件已损坏，没有保存。')
    await user.click(await findByRole('button', { name: '重新上传' }))

    await waitFor(() => expect(tries).toBe(2))
    await waitFor(() => expect(queryByRole('alert')).toBeNull())
  })

  it('answers a supplement where she reads of it, once all of it is there', async () => {
    let answered = ''
    serve([route('POST /api/applications/:no/supplement', ({ body }: { body: { taskId: string } }) => { answered = body.taskId }), ...allRoutes])
    const { findAllByLabelText, findByRole, user } = await open('/applications/A43010020260302004711830')
    const send = await findByRole('button', { name: '提交补正材料' }) as HTMLButtonElement
    expect(send.disabled).toBe(true)

    await user.upload((await findAllByLabelText(/^选择文件.*银行账户凭证/))[0], new File(['card'], '银行卡.png', { type: 'image/png' }))
    await waitFor(() => expect(send.disabled).toBe(false))
    await user.click(send)

    await waitFor(() => expect(answered).toBe('t-77'))
  })

  it('leads an officer from a message to the card it tells of', async () => {
    const told = { id: 'm-9', at: '2026-03-03T02:20:00Z', title: '【黄牌】业务按承诺时限超时', text: '已经超过承诺时限，请速办理。', applicationNo: 'A43010020260302004711830', caseNo: null, read: false, link: '/cards/1' }
    serve([route('GET /api/messages', () => [told]), ...allRoutes])
    const { findByRole } = await open('/messages', 'approver.insurance')

    expect((await findByRole('link', { name: /^查看\s*【黄牌】/ })).getAttribute('href')).toBe('/cards/1')
  })

  it('signs in over the page when the session has ended, and what she did goes through', async () => {
    let out = true
    const read: string[] = []
    serve([route('POST /api/messages/:id/read', ({ params }) => {
      if (out) throw new Refused(401, 'signed-out', '')
      read.push(params.id)
    }), ...allRoutes])
    const { findByRole, findByLabelText, queryByText, user } = await open('/messages')

    await user.click(await findByRole('button', { name: /标为已读/ }))
    await user.type(await findByLabelText('用户名或手机号'), 'chen.jing')
    await user.type(await findByLabelText('密码'), 'onevisit')
    out = false
    await user.click((await findByRole('button', { name: '登录', hidden: true })))

    await waitFor(() => expect(read).toEqual(['m-2']))
    expect(queryByText('请重新登录')).toBeNull()
  })
})
