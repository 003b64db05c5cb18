import { render, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import '../../routes'
import '@/portal/routes'
import type { Intake, KeptFile, KeptForm } from './api'
import IntakeForm from './IntakeForm.vue'

const form = {
  bundle: 'single', name: '生育登记', region: '430102', regionName: '芙蓉区', pages: [], materials: [{ key: 'mother-id', name: '母亲居民身份证', items: [] }], days: 3, preparedAt: '2026-03-03T02:00:00Z',
  whole: { items: [{ variable: 'one', name: '生育登记' }], situationForm: null },
} as unknown as KeptForm
const begun = { id: 'i-1', provisionalNo: 'L430102-TEST-0001', form: 'single', name: '生育登记', region: '430102', person: { name: '', idNo: '', phone: '', verified: false, seen: 'EYES' }, answers: {}, items: ['one'], licenses: false, files: [], takenAt: '2026-03-03T02:00:00Z', state: 'WRITING' } as Intake
const photo = (name: string, type = 'image/png') => new File(['x'], name, { type })

describe('the papers of an offline intake', () => {
  it('are several photographs of one material, each of which can be taken away again', async () => {
    const user = userEvent.setup()
    const dropFile = vi.fn(() => Promise.resolve())
    const keepFile = vi.fn((material: string, file: File): Promise<KeptFile> => Promise.resolve({ key: file.name, material, name: file.name, type: file.type, size: file.size }))
    const { container, findByText, queryByText, emitted } = render(IntakeForm, { props: { form, begun, keepFile, dropFile }, global: { plugins: [i18n] } })
    const pick = () => container.querySelector<HTMLInputElement>('.files input[type=file]')!

    await user.upload(pick(), [photo('front.png'), photo('back.png')])
    await findByText('back.png', { selector: '.unseen' })
    await user.upload(pick(), photo('stamp.png'))
    await findByText('stamp.png', { selector: '.unseen' })
    await user.upload(pick(), photo('whole.pdf', 'application/pdf'))
    await findByText(/只能都是照片/)
    await user.click((await findByText('front.png', { selector: '.unseen' })).closest('button')!)

    await waitFor(() => expect(queryByText('front.png', { selector: '.unseen' })).toBeNull())
    expect(dropFile).toHaveBeenCalledTimes(1)
    expect(keepFile).toHaveBeenCalledTimes(3)
    await waitFor(() => expect((emitted('keep')!.at(-1) as [Intake])[0].files.map(file => file.name)).toEqual(['back.png', 'stamp.png']))
  })
})
