import { headers } from '@amend/machnet/v4/operations';
import { plan, requestOf } from 'amend';
import { machnetIndividual } from 'amend/machnet';

const { update } = machnetIndividual;

const credentials = Object.values(headers)
  .map((name) => `-H '${name}: any'`)
  .join(' ');

/** A request to be pasted into a shell. */
interface CurlLine {
  readonly title: string;
  readonly line: string;
}

/** Three requests for one verified person: a change that Machnet takes, one that it refuses, and what it has then. */
export const curlLines = (url: string, id: string): readonly CurlLine[] => {
  const user = `${url}/machnet${update.path.replace(/\{.*\}/, id)}`;
  const patch = (body: object | undefined) =>
    `curl -X PATCH ${user} \\\n  ${credentials} \\\n  -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
  const phone = plan(update, { id, status: 'verified', patch: { phone: '+12106603032' } });
  // Before the verification Machnet would take it: that plan has the request which is refused now.
  const email = plan(update, { id, status: 'unverified', patch: { email: 'tenzin.norgay@example.com' } });
  return [
    { title: 'A phone number, which a verified person may change', line: patch(requestOf(phone)?.body) },
    { title: 'An e-mail address, which stays', line: patch(requestOf(email)?.body) },
    { title: 'The person, as Machnet has it then', line: `curl ${user} \\\n  ${credentials}` },
  ];
};
