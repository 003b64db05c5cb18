import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import { createClientRouter } from './routes'
import 'element-plus/theme-chalk/base.css'
import './styles/tokens.css'
import './styles/base.css'

if (import.meta.env.MODE === 'mocked') await (await import('@mocks/browser')).mockTheServer()

createApp(App).use(i18n).use(createClientRouter()).mount('#app')
