import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { Refused, route, serve } from '@mocks/server'
import { allRoutes } from '@mocks/routes'

const path = '/applications/A43010020260302004711830'
beforeEach(() => {
  sessionStorage.clear()
  serve(allRoutes)
})

describe('a question to whoever handles the application', () => {
  it('stands with its answers, and one more can be asked about an item', async () => {
    const { findByText, findByLabelText, getByText, getByLabelText, user } = await open(path)
    await findByText('可以，已经按国家标准字库核对过。')
    expect(getByText(/承办人员 黄勇/)).toBeTruthy()
    await user.click(getByText('发送留言'))
    expect(getByText('请填写留言。')).toBeTruthy()
    await user.selectOptions(await findByLabelText(/关于哪个事项/), '43010020260302004711027')
    await user.type(getByLabelText(/^留言/), '什么时候可以领？')
    await user.click(getByText('发送留言'))

    await findByText('什么时候可以领？', { selector: '.talk__text' })
    expect((getByLabelText(/^留言/) as HTMLTextAreaElement).value).toBe('')
  })

  it('is kept where the server refuses it', async () => {
    serve([route('POST /api/applications/:no/talk', () => { throw new Refused(409, 'talk-often', '一天内最多留言 10 条，请等承办人员答复。') }), ...allRoutes])
    const { findByText, findByLabelText, getByLabelText, getByText, user } = await open(path)
    await user.type(await findByLabelText(/^留言/), '再问一句')
    await user.click(getByText('发送留言'))

    await findByText(/一天内最多留言 10 条/)
    expect((getByLabelText(/^留言/) as HTMLTextAreaElement).value).toBe('再问一句')
  })
})
