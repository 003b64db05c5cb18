import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { serve } from '@mocks/server'
import '@/tasks/intake/IntakePage.vue'
import '@/tasks/routes'

beforeEach(() => serve(allRoutes))

describe('somebody who rates', () => {
  it('sends a good rating in two taps and a bad one only with a reason', async () => {
    const { findByRole, user } = await open('/rate/ABCD2345EFGH6789', null)

    await user.click(await findByRole('button', { name: '非常不满意' }))
    expect((await findByRole('button', { name: '提交评价' })).hasAttribute('disabled')).toBe(true)
    await user.click(await findByRole('button', { name: '态度生硬' }))
    expect((await findByRole('button', { name: '提交评价' })).hasAttribute('disabled')).toBe(false)

    await user.click(await findByRole('button', { name: '满意' }))
    await user.click(await findByRole('button', { name: '提交评价' }))
    expect((await findByRole('status')).textContent).toContain('谢谢您的评价')
  })

  it('reads what became of a bad rating and rates the outcome', async () => {
    const { findByText, findByRole } = await open('/applications/A43010020260302004711830')

    await findByText(/确有三次催办记录/)
    await findByRole('group', { name: /对处理结果是否满意/ })
  })
})

describe('an agent', () => {
  it('sees where the order would go before sending it', async () => {
    const { findByLabelText, findByText, user } = await open('/tasks/intake', 'agent')

    await user.selectOptions(await findByLabelText('属于哪一方面'), 'medical-insurance')
    await user.selectOptions(await findByLabelText('发生在哪里'), '430102')

    await findByText('派单目录列明由该单位承办')
  })
})
