import { createApp, h } from 'vue'
import { i18n } from '@/i18n'
import ConfirmModal from './ConfirmModal.vue'

export interface Question { title: string, text?: string, consequences?: string[], yes: string, danger?: boolean }

/** Ask before an act that cannot be undone: `if (await confirm({ … })) await decide()`. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise(resolve => {
    const place = document.body.appendChild(document.createElement('div'))
    const app = createApp({
      render: () => h(ConfirmModal, { question, onAnswer: (yes: boolean) => { app.unmount(); place.remove(); resolve(yes) } }),
    })
    app.use(i18n).mount(place)
  })
}
