import './jitless'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { provideLab } from './stores/lab'
import './style/base.css'
import './style/controls.css'

if (window.lab === undefined) throw new Error('The window was opened without its preload.')
provideLab(window.lab)
createApp(App).use(createPinia()).mount('#app')
