/** What is sent and answered by default. */
export const json = 'application/json';

const relative = /^application\/[a-z0-9][a-z0-9.-]*\+json$/;

const form = 'application/x-www-form-urlencoded';

/** What is wrong with the media type of an answer. */
export const answerMediaFlaw = (media: string): string | undefined =>
  media === json || relative.test(media)
    ? undefined
    : `The media type ${media} is not handled; take ${json} or a relative of it (+json), without parameters.`;

/** What is wrong with the media type of a request. */
export const requestMediaFlaw = (media: string): string | undefined =>
  media === form ? undefined : answerMediaFlaw(media)?.replace(', without', `, or ${form}, without`);

/** The media type of a body, which has one only; nothing where it has no content. */
export const mediaOf = ({ content = {} }: { content?: Record<string, unknown> }): string | undefined =>
  Object.keys(content)[0];
