import { closedRequestsOpenResponses } from './rules/closed-requests-open-responses.ts';
import { factsHaveSources } from './rules/facts-have-sources.ts';
import { knownExtensions } from './rules/known-extensions.ts';
import { operationsDeclareRetry } from './rules/operations-declare-retry.ts';
import { operationsHaveExamples } from './rules/operations-have-examples.ts';
import { readOnlyIsNotUpdatable } from './rules/read-only-is-not-updatable.ts';
import { safePatterns } from './rules/safe-patterns.ts';
import { sensitivePropertiesAreHidden } from './rules/sensitive-properties-are-hidden.ts';
import { updatableItemsMatchEnum } from './rules/updatable-items-match-enum.ts';
import { updatePropertiesHaveRules } from './rules/update-properties-have-rules.ts';
import { verificationCoversStatus } from './rules/verification-covers-status.ts';

/** Our rules for contracts, for `redocly lint`. redocly.yaml turns each on. */
export default () => ({
  id: 'amend',
  rules: {
    oas3: {
      'known-extensions': knownExtensions,
      'update-properties-have-rules': updatePropertiesHaveRules,
      'read-only-is-not-updatable': readOnlyIsNotUpdatable,
      'updatable-items-match-enum': updatableItemsMatchEnum,
      'verification-covers-status': verificationCoversStatus,
      'facts-have-sources': factsHaveSources,
      'operations-declare-retry': operationsDeclareRetry,
      'closed-requests-open-responses': closedRequestsOpenResponses,
      'safe-patterns': safePatterns,
      'sensitive-properties-are-hidden': sensitivePropertiesAreHidden,
      'operations-have-examples': operationsHaveExamples,
    },
  },
});
