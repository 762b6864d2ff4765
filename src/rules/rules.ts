import {noUnfilledPlaceholder} from './no-unfilled-placeholder.ts'
import {requireAsk} from './require-ask.ts'
import {requireDialog} from './require-dialog.ts'
import {requireDownside} from './require-downside.ts'
import {requireEffort} from './require-effort.ts'
import {requireMotive} from './require-motive.ts'
import {requireObjection} from './require-objection.ts'
import {requireOptOut} from './require-opt-out.ts'
import {requireProgress} from './require-progress.ts'
import {requireResources} from './require-resources.ts'
import {requireReward} from './require-reward.ts'
import {requireStakeholder} from './require-stakeholder.ts'
import {requireSummary} from './require-summary.ts'
import {requireTimeframe} from './require-timeframe.ts'
import {requireWork} from './require-work.ts'
import type {Rule} from './rule.ts'

/** Every rule; where several speak of one place, the earlier one matters more to a reader. */
export const rules: readonly Rule[] = [
  requireAsk,
  requireMotive,
  requireDownside,
  requireProgress,
  requireTimeframe,
  requireWork,
  requireResources,
  requireEffort,
  requireReward,
  requireSummary,
  requireStakeholder,
  requireObjection,
  requireDialog,
  requireOptOut,
  noUnfilledPlaceholder
]
