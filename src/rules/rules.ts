import {noClosedQuestion} from './no-closed-question.ts'
import {noDemandingLanguage} from './no-demanding-language.ts'
import {noDismissiveLanguage} from './no-dismissive-language.ts'
import {noHollowSection} from './no-hollow-section.ts'
import {noImpliedAsk} from './no-implied-ask.ts'
import {noOversizedAsk} from './no-oversized-ask.ts'
import {noOwnerlessAsk} from './no-ownerless-ask.ts'
import {noPracticalOnlyAppeal} from './no-practical-only-appeal.ts'
import {noUnansweredObjection} from './no-unanswered-objection.ts'
import {noUnfilledPlaceholder} from './no-unfilled-placeholder.ts'
import {noVagueCommitment} from './no-vague-commitment.ts'
import {requireAsk} from './require-ask.ts'
import {requireDecision} from './require-decision.ts'
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
  requireDecision,
  noUnfilledPlaceholder,
  noHollowSection,
  noImpliedAsk,
  noVagueCommitment,
  noOversizedAsk,
  noOwnerlessAsk,
  noUnansweredObjection,
  noClosedQuestion,
  noDemandingLanguage,
  noDismissiveLanguage,
  noPracticalOnlyAppeal
]
