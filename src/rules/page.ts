import {repository, version} from '../../package.json'

/** The address of a rule's page, in the version that is running. */
export function pageOf(ruleId: string): string {
  return `${repository.url.replace(/\.git$/, '')}/blob/v${version}/docs/rules/${ruleId}.md`
}
