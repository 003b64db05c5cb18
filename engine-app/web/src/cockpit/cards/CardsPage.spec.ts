import { cleanup, screen } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'

afterEach(cleanup)

describe('the red and yellow cards', () => {
  it('say which wait for a confirmation, and lead to them', async () => {
    const { user } = await open('/cockpit/cards', 'supervisor')
    expect(await screen.findByRole('link', { name: '业务按法定时限超时' })).toBeTruthy()

    await user.click(await screen.findByRole('link', { name: '1 张待发的牌等待确认发出或者取消' }))

    await expect.poll(() => screen.queryByRole('link', { name: '业务按法定时限超时' })).toBeNull()
    expect(screen.getByRole('link', { name: '告知承诺核查超时' })).toBeTruthy()
  })

  it('are narrowed to a department', async () => {
    const { user, router } = await open('/cockpit/cards', 'supervisor')
    const choice = await screen.findByLabelText('部门')
    await screen.findByRole('option', { name: '卫生健康委员会' })

    await user.selectOptions(choice, 'health')

    await expect.poll(() => router.currentRoute.value.query.department).toBe('health')
    expect(await screen.findByText(/筛选条件把其余的都隐藏了/)).toBeTruthy()
  })
})
