import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'

beforeEach(() => sessionStorage.clear())

describe('what the applicant wrote', () => {
  it('is answered by whoever holds the task', async () => {
    const { findByText, getByText, getByLabelText, user } = await open('/tasks/101', 'approver.insurance')
    await findByText('请问津贴什么时候到账？')
    await user.click(getByText('发送答复'))
    expect(getByText('请填写答复。')).toBeTruthy()
    await user.type(getByLabelText(/^答复/), '办结后五个工作日内。')
    await user.click(getByText('发送答复'))

    await findByText('办结后五个工作日内。')
  })
})
