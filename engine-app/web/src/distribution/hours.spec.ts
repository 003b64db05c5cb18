import { describe, expect, it } from 'vitest'
import { fireEvent } from '@testing-library/vue'
import { open } from '@mocks/open'
import { spans } from './week'

describe('the hours of units', () => {
  it('are told for days that are alike as one line', () => {
    expect(spans({ MONDAY: '09:00-12:00', TUESDAY: '09:00-12:00', WEDNESDAY: '13:00-17:00' })).toEqual([
      { days: '星期一至星期二', hours: '09:00-12:00' },
      { days: '星期三', hours: '13:00-17:00' },
      { days: '星期四至星期日', hours: '' },
    ])
  })

  it('are changed by a head, and what is no time is told at its day', async () => {
    const { findByText, findAllByText, findByLabelText, findByRole } = await open('/tasks/hours', 'head.insurance')
    await findByText('沿用长沙市卫生健康委员会的办公时间')

    await fireEvent.click((await findAllByText('修改办公时间'))[1])
    await fireEvent.update(await findByLabelText(/星期一/), '9点到5点')
    await fireEvent.click(await findByRole('button', { name: '保存' }))
    expect(await findAllByText(/“9点到5点”应写作/)).toHaveLength(2)

    await fireEvent.update(await findByLabelText(/星期一/), '09:00-17:00')
    await fireEvent.click(await findByRole('button', { name: '保存' }))
    await findByText('已保存，下一件分发起按新的时间')
  })
})

describe('a division', () => {
  it('is chosen down to the village', async () => {
    const { findByLabelText, findByRole } = await open('/items/HN-SC-0601?region=430102', 'chen.jing')

    const below = await findByLabelText('乡镇（街道）、村（社区）')
    expect([...(below as HTMLSelectElement).options].map(one => one.text.trim())).toEqual(['不选乡镇（街道）', '文艺路街道（示例）', '文艺新村社区（示例）'])
    await fireEvent.update(below, '430102001001')

    expect(((await findByRole('combobox', { name: '乡镇（街道）、村（社区）' })) as HTMLSelectElement).value).toBe('430102001001')
  })
})
