import { beforeEach, describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { within } from '@testing-library/vue'
import { route, serve } from '@mocks/server'
import '@/tasks/intake/IntakePage.vue'
import '@/tasks/routes'
import '@/cockpit/voices/RatingsPage.vue'

let sent: unknown[] = []
beforeEach(() => {
  sent = []
  serve([route('POST /api/ratings/:no/second', ({ body }) => { sent.push(body) }), route('POST /api/hotline/intake', ({ body }) => { sent.push(body); return { no: 'W1', stateLabel: '待派单' } }), ...allRoutes])
})

describe('somebody who rates', () => {
  it('sends a good rating in two taps and a bad one only with a reason', async () => {
    const { findByRole, findByText, user } = await open('/rate/ABCD2345EFGH6789', null)

    await user.click(await findByRole('button', { name: '非常不满意' }))
    expect((await findByRole('button', { name: '提交评价' })).hasAttribute('disabled')).toBe(true)
    await user.click(await findByRole('button', { name: '态度生硬' }))
    expect((await findByRole('button', { name: '提交评价' })).hasAttribute('disabled')).toBe(false)

    await user.click(await findByRole('button', { name: '满意' }))
    await user.click(await findByRole('button', { name: '提交评价' }))
    expect((await findByText(/谢谢您的评价/)).closest('[role=status]')).toBeTruthy()
  })

  it('reads what became of a bad rating and rates the outcome', async () => {
    const { findByText, findByRole, user } = await open('/applications/A43010020260302004711830')

    await findByText(/确有三次催办记录/)
    await findByText(/证件已由专人送达/)
    const again = within(await findByRole('group', { name: /对处理结果是否满意/ }))
    again.getByText(/由监察人员核查/)
    await user.click(again.getByRole('button', { name: '不满意' }))
    expect(again.getByRole('button', { name: '提交评价' }).hasAttribute('disabled')).toBe(true)
    await user.type(again.getByLabelText('哪里不满意'), '还是没有解决')
    await user.click(again.getByRole('button', { name: '提交评价' }))

    expect(sent).toContainEqual({ level: 4, labels: [], text: '还是没有解决' })
  })
})

describe('an agent', () => {
  it('sees where the order would go before sending it', async () => {
    const { findByLabelText, findByText, user } = await open('/tasks/intake', 'agent')

    await user.selectOptions(await findByLabelText('属于哪一方面'), 'medical-insurance')
    await user.selectOptions(await findByLabelText('发生在哪里'), '430102')

    await findByText('派单目录列明由该单位承办')
  })

  it('tells the caller how their case stands and hands the call in with the order', async () => {
    const { findByLabelText, findByText, findAllByRole, getByRole, user } = await open('/tasks/intake', 'agent')

    await user.type(await findByLabelText(/^来电内容/), '什么时候办好')
    await user.selectOptions(await findByLabelText('属于哪一方面'), 'medical-insurance')
    await user.selectOptions(await findByLabelText('发生在哪里'), '430102')
    await user.type(await findByLabelText(/^来电人/), '王五')
    await user.type(await findByLabelText(/^办件编号/), '43010020260302004711035')
    await user.click((await findAllByRole('button', { name: '查询' }))[0])
    await findByText(/陈\*的办件：部门审查中，由卫生健康委员会办理/)
    await user.click(getByRole('button', { name: '登记并派单' }))

    await findByText(/已登记 W1/)
    expect(sent).toContainEqual(expect.objectContaining({ call: 'W4301002026031000471191', caseNo: '43010020260302004711035' }))
  })

  it('registers nothing with a number that is not found', async () => {
    const { findByLabelText, findByText, getByRole, user } = await open('/tasks/intake', 'agent')

    await user.type(await findByLabelText(/^来电内容/), '什么时候办好')
    await user.selectOptions(await findByLabelText('属于哪一方面'), 'other')
    await user.selectOptions(await findByLabelText('发生在哪里'), '430102')
    await user.type(await findByLabelText(/^来电人/), '王五')
    await user.type(await findByLabelText(/^办件编号/), '99')
    await user.click(getByRole('button', { name: '登记并派单' }))

    await findByText(/没有查到这个编号/)
    expect(sent).toEqual([])
  })
})

describe('an officer', () => {
  it('sees the number behind a task only with a reason', async () => {
    const { findByText, findByRole, findByLabelText, queryByText, user } = await open('/tasks/201', 'approver.insurance')

    await findByText('陈* 138****5678')
    expect(queryByText(/13812345678/)).toBeNull()
    await user.click(await findByRole('button', { name: /^查看/ }))
    const dialog = within(await findByRole('dialog', { hidden: true }))
    expect(dialog.getByRole('button', { name: '查看', hidden: true }).hasAttribute('disabled')).toBe(true)
    await user.type(await findByLabelText('查看的事由'), '首次联系')
    await user.click(dialog.getByRole('button', { name: '查看', hidden: true }))

    await findByText('陈静 13812345678')
  })
})

describe('a supervisor', () => {
  it('follows the figure to the department, its list and the single rating', async () => {
    const { findByRole, findByText, findAllByText, user } = await open('/cockpit/ratings', 'supervisor')

    await findByRole('link', { name: '监察结案' })
    await user.click(await findByRole('link', { name: '卫生健康委员会' }))
    await findByText('只看 卫生健康委员会 ✕')
    await user.click((await findAllByText('R4301022026030200471183'))[0])

    await findByText('再次评价：不满意')
    await findByRole('link', { name: '43010020260302004711035' })
  })
})
