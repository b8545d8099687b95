import { pagesUrl } from '@amend/explorer';
import { createMock } from '@amend/mock';

const mock = await createMock();
const { url } = await mock.listen({ port: 4010, pages: pagesUrl });
console.log(`Open ${url}/ in a browser.`);
