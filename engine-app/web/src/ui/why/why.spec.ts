import { describe, expect, it } from 'vitest'
import { open } from '@mocks/open'
import { allRoutes } from '@mocks/routes'
import { Refused, route, serve } from '@mocks/server'

const unfold = (summary: HTMLElement) => {
  const details = summary.closest('details') as HTMLDetailsElement
  details.open = true
  details.dispatchEvent(new Event('toggle'))
}

describe('why a case is due on its day', () => {
  it('is told run by run, with whose time it was', async () => {
    const { findByText, findAllByText } = await open('/tasks/102?tab=clock', 'approver.insurance')

    unfold((await findAllByText('为什么是这一天'))[0])

    await findByText('3月7日（周六）至 3月8日（周日）是周末，不计。')
    await findByText('接口中断（推送部门办理）')
    await findByText('（异常编号 e5d1f0c2）')
  })

  it('says what is wrong where it cannot be told', async () => {
    serve([route('GET /api/cases/:no/clock', () => { throw new Refused(422, 'calendar-missing', '没有 2030 年的工作日历，请先发布该年度的放假安排。') }), ...allRoutes])
    const { findAllByText, findByText } = await open('/applications/A43010020260302004711830', 'chen.jing')

    unfold((await findAllByText('为什么是这一天'))[0])

    expect(await findByText(/没有 2030 年的工作日历/)).toBeTruthy()
  })
})
