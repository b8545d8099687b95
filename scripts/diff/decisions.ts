import type { Level } from './change.ts';

const table = {
  // Contracts
  'contract-added': ['minor', 'It can be called, and nothing that could be called before has changed.'],
  'contract-removed': ['major', 'Everything that was generated from it is gone.'],
  'not-comparable': ['major', 'What cannot be compared may have broken anything.'],
  unexplained: ['major', 'The contract differs in a way that no comparison names, so it may have broken anything.'],

  // What the generated code has its names from
  'export-removed': ['major', 'Code that imports it does not compile any more.'],
  'default-server-changed': ['major', 'Clients that set no address call another one.'],

  // Fields of an update
  locked: ['major', 'A change that was sent in this status is refused from now on.'],
  unlocked: ['minor', 'It can be sent in a status in which it could not.'],
  'left-body': ['major', 'The contract still has it, and no update may send it any more.'],
  'role-changed': ['major', 'Whether the caller, the plan or the client fills it in is no longer the same.'],
  'kinds-told-otherwise': ['major', 'The rules of the elements are looked up by another property.'],
  'kind-added': ['minor', 'Elements of this kind were not taken, and those of all others are treated as before.'],
  'kind-removed': ['major', 'An element of this kind is refused from now on.'],
  'effect-added': ['major', 'The same update now has a side effect that its caller has not agreed to.'],
  'effect-removed': ['minor', 'A side effect that callers were told of is documented no longer.'],
  'rules-removed': ['major', 'The table of rules is gone from the generated code, and with it the plan.'],
  'rules-undocumented': ['minor', 'It is sent as before, and every plan now says that the provider states no rule.'],
  'rules-documented': ['patch', 'Plans no longer say that the provider states no rule.'],
  'rule-changed': ['patch', 'What follows from it for callers has a line of its own.'],

  // Operations
  'path-parameters-changed': ['major', 'Callers give each by its name, so their calls do not compile any more.'],
  'success-added': ['major', 'Code that reads the answer meets a shape that it does not know.'],
  'now-replaces': ['major', 'What a caller leaves out, which was kept, is now lost or reset.'],
  'now-partial': ['major', 'What a caller leaves out, which was lost or reset, is now kept.'],
  'call-demanded': ['major', 'An update that was complete now needs another call, which its caller does not make.'],
  'call-replaced': ['major', 'The call that callers make after an update is no longer the one that is asked for.'],
  'call-dropped': ['minor', 'A call that callers make after an update is asked for no longer.'],
  'retried-less': ['minor', 'The client gives up earlier, with an error that callers could always get.'],
  'retried-more': ['minor', 'The client may send the same request twice by itself.'],
  'retry-reworded': ['patch', 'It is repeated in the same cases as before.'],

  // Status words
  'status-moved': ['major', 'The status is read from another property, so code that reads the old one finds none.'],
  'verification-removed': ['major', 'No answer tells the status any more, and an unknown status closes what it can.'],
  'verification-added': ['minor', 'A plan knows the status where it did not.'],
  'word-changed-sides': ['major', 'Users with this word are planned by the opposite rules.'],
  'word-became-unknown': ['major', 'Users with this word can change only what every status allows.'],
  'word-became-known': ['minor', 'Users with this word can change more than what every status allows.'],
  'word-stays-unknown': ['patch', 'It was unknown and is unknown, listed or not.'],

  // Webhooks
  'event-added': ['minor', 'It came as another event, and now has a name and a meaning.'],
  'event-removed': ['major', 'It comes as another event from now on, and tells no status.'],
  'event-means-otherwise': ['major', 'Whoever follows the event takes the user for something else.'],
  'event-word-changed': ['major', 'The same event tells another word for the status.'],
  'part-placed': ['minor', 'Events have it, where they had none.'],
  'part-lost': ['major', 'Events have it no longer.'],
  'part-moved': ['major', 'It is read where it was not, so events have another value or none.'],

  // Wording
  'source-reworded': ['patch', 'Only the proof has changed, and not the fact.'],
  'conflict-reworded': ['patch', 'Only the reason of a decision has changed, and not the decision.'],
  'examples-changed': ['patch', 'Only samples have changed; the mock answers with them.'],
  'served-otherwise': ['minor', 'The mock does what is now documented; clients and plans do what they did.'],
  'minimum-age-changed': ['major', 'A date of birth that could be sent may be refused from now on.'],
  'settling-changed': [
    'minor',
    'Whoever reads a user after an end that nobody saw waits longer or less; calls stay as they are.',
  ],
  'key-not-compared': ['major', 'No comparison knows what this key means.'],

  // Mapping
  'action-removed': ['major', 'Plans for it do not compile any more.'],
  'action-added': ['minor', 'Plans can be made for it.'],
  'operation-changed': ['major', 'The same plan is sent to another operation.'],
  'field-lost': ['major', 'A patch that sets this field is no longer carried out here.'],
  'field-gained': ['minor', 'A patch that sets this field is carried out where it was reported as unsupported.'],
  'native-lost': ['major', 'It cannot be set through the native slot any more.'],
  'row-changed': ['major', 'The same patch fills this property in another way.'],
  'property-moved': ['minor', 'The same field is sent under another name; patches stay as they are.'],
  'constant-changed': ['minor', 'What is always sent has changed; patches stay as they are.'],
  'clearing-lost': ['major', '`null` no longer clears this field here.'],
  'clearing-gained': ['minor', '`null` clears this field where it was reported as unsupported.'],
  'omission-changed': ['major', 'What a replacement without this property comes to is no longer the same.'],
  'loss-changed': ['minor', 'Plans report another loss than before; what is sent stays as it is.'],
  'codec-refuses': ['major', 'A value that could be sent is refused.'],
  'codec-accepts': ['minor', 'A value that was refused can be sent.'],
  'codec-writes': ['minor', 'The same value is sent in another form.'],
  'codec-says': ['patch', 'The same values are refused, in other words.'],
  'codec-renamed': ['patch', 'The codec has another name and treats all samples as before.'],
  'reading-lost': ['major', 'A user that was read no longer has this field.'],
  'reading-gained': ['minor', 'A user that is read has a field that it had not.'],
  'reading-changed': ['major', 'The same answer is read as another value.'],
  'samples-read': ['minor', 'A user that is read has a field that it had not.'],
  'samples-misread': ['major', 'The same answer is read as another value.'],
} as const satisfies Record<string, readonly [Level, string]>;

export type Decision = keyof typeof table;

/** What each difference asks of the next version, and why. What a caller's working code can no longer do is major. */
export const decisions = Object.fromEntries(
  Object.entries(table).map(([name, [level, why]]) => [name, { level, why }]),
) as Record<Decision, { level: Level; why: string }>;
