import { describe, expect, it, vi } from 'vitest'
import { open } from '@mocks/open'

describe('where an item is handled', () => {
  it('stands in its guide with address, hours and telephone, and leads to the appointment with hall and item filled in', async () => {
    const { findByRole, findByText, findByLabelText, getByText, router, user } = await open('/items/HN-SC-0601?region=430102', 'chen.jing')
    await findByText('芙蓉区政务服务中心')
    expect(getByText('长沙市芙蓉区人民东路（示例）')).toBeTruthy()
    expect(getByText('星期一至星期五 09:00-12:00、13:00-17:00；星期六 09:00-12:00')).toBeTruthy()
    expect(document.querySelector('a[href="tel:12345"]')).toBeTruthy()

    await user.click(await findByRole('link', { name: /预约 ?食品经营许可新办 长沙市政务服务中心/ }))

    await vi.waitFor(() => expect(router.currentRoute.value.query).toMatchObject({ hall: '430100-01', subject: 'HN-SC-0601' }))
    expect((await findByLabelText(/政务大厅|大厅/) as HTMLSelectElement).value).toBe('430100-01')
  })
})
