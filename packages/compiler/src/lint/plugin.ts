import { once } from './once.ts';
import { closedRequestsOpenResponses } from './rules/closed-requests-open-responses.ts';
import { examplesSayWhatFits } from './rules/examples-say-what-fits.ts';
import { factsHaveSources } from './rules/facts-have-sources.ts';
import { knownExtensions } from './rules/known-extensions.ts';
import { nothingUndecided } from './rules/nothing-undecided.ts';
import { operationsDeclareRetry } from './rules/operations-declare-retry.ts';
import { operationsHaveExamples } from './rules/operations-have-examples.ts';
import { readOnlyIsNotUpdatable } from './rules/read-only-is-not-updatable.ts';
import { safePatterns } from './rules/safe-patterns.ts';
import { sensitivePropertiesAreHidden } from './rules/sensitive-properties-are-hidden.ts';
import { setsFitUsers } from './rules/sets-fit-users.ts';
import { storedValuesHavePlaces } from './rules/stored-values-have-places.ts';
import { updatableItemsMatchEnum } from './rules/updatable-items-match-enum.ts';
import { updatableNamesStatuses } from './rules/updatable-names-statuses.ts';
import { updatePropertiesHaveRules } from './rules/update-properties-have-rules.ts';
import { verificationCoversStatus } from './rules/verification-covers-status.ts';
import { webhooksTellEvents } from './rules/webhooks-tell-events.ts';

/** Our rules for contracts, for `redocly lint`. redocly.yaml turns each on. */
export default () => ({
  id: 'amend',
  rules: {
    oas3: {
      'known-extensions': once(knownExtensions),
      'update-properties-have-rules': once(updatePropertiesHaveRules),
      'read-only-is-not-updatable': once(readOnlyIsNotUpdatable),
      'updatable-items-match-enum': once(updatableItemsMatchEnum),
      'updatable-names-statuses': once(updatableNamesStatuses),
      'verification-covers-status': once(verificationCoversStatus),
      'facts-have-sources': once(factsHaveSources),
      'operations-declare-retry': once(operationsDeclareRetry),
      'closed-requests-open-responses': once(closedRequestsOpenResponses),
      'safe-patterns': once(safePatterns),
      'sensitive-properties-are-hidden': once(sensitivePropertiesAreHidden),
      'operations-have-examples': once(operationsHaveExamples),
      'sets-fit-users': once(setsFitUsers),
      'stored-values-have-places': once(storedValuesHavePlaces),
      'examples-say-what-fits': once(examplesSayWhatFits),
      'webhooks-tell-events': once(webhooksTellEvents),
      'nothing-undecided': once(nothingUndecided),
    },
  },
});
