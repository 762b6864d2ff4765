import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkBuyIn from './index.ts'

/** A remark preset: the plugin, with the syntax that proposals are written in, so that it is written back as it was. */
export default {plugins: [remarkFrontmatter, remarkGfm, remarkBuyIn]}
