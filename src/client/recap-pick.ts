import * as vscode from 'vscode'
import type {Stakeholder} from '../server/protocol.ts'

/** Somebody whom an artifact can be for, as a quick pick shows them; the name is empty for everybody. */
export interface Reader extends vscode.QuickPickItem {
  readonly name: string
}

export function readersOf(stakeholders: readonly Stakeholder[]): Reader[] {
  return [
    {label: 'Everybody', name: ''},
    ...stakeholders.map(({name, role, caresAbout}) => ({
      label: name,
      name,
      ...(role ? {description: role} : {}),
      ...(caresAbout.length > 0 ? {detail: `cares about ${caresAbout.join(', ')}`} : {})
    }))
  ]
}

/**
 * Asks in one quick pick whom a recap is for, and when the meeting was: that is typed, or left open.
 * @returns undefined when the user turned away
 */
export function pickRecap(
  stakeholders: readonly Stakeholder[]
): Promise<{readonly stakeholder?: string; readonly meeting?: string} | undefined> {
  const readers = readersOf(stakeholders)
  const pick = vscode.window.createQuickPick<Reader>()
  pick.title = 'Whom is the recap for, and when was the meeting?'
  pick.placeholder = 'Type the day (today, 12 May) or leave it open, and choose whom it is for'
  const show = () => {
    const meeting = dayIn(pick.value)
    const active = pick.activeItems[0]?.name
    pick.items = readers.map((reader) => ({
      ...reader,
      description: [reader.description, `meeting of ${meeting || '⟨date⟩'}`].filter(Boolean).join(' · '),
      // A day is no search for a name.
      alwaysShow: meeting !== ''
    }))
    if (meeting !== '') pick.activeItems = pick.items.filter(({name}) => name === (active ?? ''))
  }
  show()
  pick.onDidChangeValue(show)
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (!chosen) return
      const meeting = dayIn(pick.value)
      resolve({...(chosen.name ? {stakeholder: chosen.name} : {}), ...(meeting ? {meeting} : {})})
      pick.hide()
    })
    pick.onDidHide(() => {
      resolve(undefined)
      pick.dispose()
    })
    pick.show()
  })
}

const day =
  /\d|\b(?:today|yesterday|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)/i

/** The day that was typed, near ones by their dates; empty where it was something else, such as a name. */
function dayIn(typed: string): string {
  const words = typed.trim()
  const ago = ['today', 'yesterday'].indexOf(words.toLowerCase())
  if (ago < 0) return day.test(words) ? words : ''
  const date = new Date()
  date.setDate(date.getDate() - ago)
  return date.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'})
}
