import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, type DefaultTheme } from 'vitepress'
import { idOf } from '../../src-renderer/components/docs/blocks'
import contents from '../contents.json'
import { math } from './markdown/math'
import { pictures } from './markdown/pictures'

const docs = resolve(import.meta.dirname, '..')
const icon = readFileSync(resolve(docs, '../resources/build/icon.svg'), 'utf8')

function titleOf(file: string): string {
  const title = /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (title === undefined) throw new Error(`${file} has no heading`)
  return title.replaceAll('`', '')
}

/** The groups and pages of contents.json; those without a translation lead to the English page. */
function sidebar(language: 'en' | 'zh-CN', folder: string): DefaultTheme.SidebarItem[] {
  return contents.map(({ title, pages }) => ({
    text: title[language],
    items: pages.map(({ name, ...titles }: { name: string; 'zh-CN'?: string }) => {
      const own = resolve(docs, folder, `${name}.md`)
      if (existsSync(own)) return { text: titleOf(own), link: `/${folder}${name}` }
      const there = titles['zh-CN'] ?? titleOf(resolve(docs, `${name}.md`))
      return { text: there, link: `/${name}` }
    }),
  }))
}

/** A Chinese text has no spaces to part it at: each character is a word of the search. */
const tokenize = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []

const chinese = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索文档' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭',
    noResultsText: '没有找到',
    footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
  },
}

// One set of Markdown, read by the app and by this site. Nothing is loaded from another host: the
// theme comes without its fonts, the search is local, equations are MathML.
export default defineConfig({
  title: 'Desynclab',
  description: 'A desktop laboratory for networks that learn by physics, without a clock',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  // What is not a page of the guide: how the code is laid out.
  srcExclude: ['house.md'],
  markdown: {
    anchor: { slugify: idOf },
    config: (md) => {
      md.use(math)
      md.use(pictures, docs)
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: { zh: { translations: chinese } },
      },
    },
    outline: { level: [2, 3] },
  },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: { sidebar: sidebar('en', '') } },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '研究无时钟、靠物理学习的网络的桌面实验室',
      themeConfig: {
        sidebar: sidebar('zh-CN', 'zh/'),
        outline: { level: [2, 3], label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
      },
    },
  },
})
