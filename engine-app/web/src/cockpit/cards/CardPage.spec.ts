import { cleanup, screen, within } from '@testing-library/vue'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'

afterEach(cleanup)

describe('a supervisor on a card', () => {
  it('reads why it was raised, by which clock and by which rules', async () => {
    await open('/cards/1', 'supervisor')

    expect(await screen.findByRole('heading', { name: '红牌：业务按法定时限超时' })).toBeTruthy()
    expect(screen.getByText(/supervision-rules 第 1 版，规则 red/)).toBeTruthy()
    expect(screen.getByText('特别程序开始')).toBeTruthy()
    expect(screen.getByRole('link', { name: '处理申诉' }).getAttribute('href')).toBe('/tasks/104')
  })

  it('urges only with whom, what and until when', async () => {
    const { user } = await open('/cards/1', 'supervisor')
    await user.click(await screen.findByRole('button', { name: '督办' }))
    const dialog = within(document.querySelector('dialog')!)

    await user.click(dialog.getByRole('button', { name: '督办', hidden: true }))

    expect(dialog.getByText('请写明督办内容。')).toBeTruthy()
    expect(dialog.getByText('请填写办结期限。')).toBeTruthy()
    await user.type(dialog.getByLabelText('督办内容'), '三日内办结')
    await user.type(dialog.getByLabelText('办结期限'), '2030-03-05')
    await user.click(dialog.getByRole('button', { name: '督办', hidden: true }))
    await expect.poll(() => document.querySelector('dialog')).toBeNull()
  })

  it('finds no act on a card that is not there', async () => {
    await open('/cards/999', 'supervisor')

    expect(await screen.findByText('没有找到这张牌。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '督办' })).toBeNull()
  })
})

describe('an officer', () => {
  it('sees the cards of the department outside the cockpit', async () => {
    await open('/cards', 'approver.insurance')

    expect(await screen.findByRole('link', { name: '业务按承诺时限超时' })).toBeTruthy()
  })
})
