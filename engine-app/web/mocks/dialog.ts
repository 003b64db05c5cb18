import { waitFor, within } from '@testing-library/vue'

/** The open dialog; jsdom does not show dialogs, so what is in it is found by its words. */
export async function dialog() {
  const found = await waitFor(() => document.querySelector('dialog') ?? missing())
  return within(found)
}
export const shut = () => waitFor(() => { if (document.querySelector('dialog')) throw new Error('The dialog still stands.') })

const missing = (): never => { throw new Error('No dialog stands.') }
