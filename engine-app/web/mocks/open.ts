import { render } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { createMemoryHistory } from 'vue-router'
import App from '@/App.vue'
import { createClientRouter } from '@/routes'
import { enterAs } from './fixtures/session'

/** Open an address of the client as somebody, with the pretended server behind it. */
export async function open(path: string, as: string | null = 'chen.jing') {
  enterAs(as)
  const router = createClientRouter(createMemoryHistory())
  await router.push(path)
  const screen = render(App, { global: { plugins: [router] } })
  await router.isReady()
  return { ...screen, router, user: userEvent.setup() }
}
