import './jitless'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { tellFaults } from './faults'
import { provideLab } from './stores/lab'
import { useLanguage } from './stores/language'
import './style/base.css'
import './style/controls.css'

if (window.lab === undefined) throw new Error('The window was opened without its preload.')
provideLab(window.lab)
const app = createApp(App).use(createPinia())
tellFaults(app)
// Before anything is drawn: no word is seen in the wrong language first.
useLanguage().connect()
app.mount('#app')
