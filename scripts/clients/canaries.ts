import type { Credentials } from './calls.ts';

// Values that occur nowhere else, planted where secrets and personal data go.

/** Credentials that every client takes, Stilt's secret with its 32 signs beside the dashes. */
export const plantedCredentials: Credentials = {
  ingo: { apiKey: 'kq7Vingo-apikey', username: 'wj4Ringo-username', secret: 'zt9Kingo-secret' },
  machnet: { clientId: 'xp3Bmachnet-id', clientSecret: 'vh8Cmachnet-secret' },
  stilt: { clientUuid: 'uy6Fstilt-uuid', secret: 'gm5Qx8Zw-Tn2J-c7Lb-Rk4D-pS9fHv3YaXe6' },
  hpay: { apiKey: 'jd2Nhpay-apikey', secretKey: 'bw1Mhpay-secret' },
};

const ssn = '917-42-8653';
const scan = 'UXd5enNjYW5zY2Fuc2Nhbg==';

export const planted = {
  ssn: [ssn, '917428653', '917 42 8653', '917.42.8653'],
  birthDate: ['1987-09-23', '1987/09/23', '09/23/1987', '19870923', '23.09.1987', '23/09/1987', '559353600'],
  document: [scan],
  name: ['Qwyzzklam'],
  email: ['qx.ylophon@example.com'],
  street: ['77 Vyxqual Street'],
  credentials: Object.values(plantedCredentials).flatMap((of) => Object.values(of)),
};

export const canaries: readonly string[] = Object.values(planted).flat();

/** What stands in a body's fields, by the providers' own names for them. */
const valuesByField: Readonly<Record<string, unknown>> = {
  ssn,
  date_of_birth: '1987-09-23',
  dob: '1987-09-23',
  first_name: 'Qwyzzklam',
  name: 'Qwyzzklam',
  email: 'qx.ylophon@example.com',
  address_one: '77 Vyxqual Street',
  address_line1: '77 Vyxqual Street',
  line_1: '77 Vyxqual Street',
  credit_report_xml_gzip: scan,
  asset_report_json_gzip: scan,
  physical_documents: { document_value: `data:image/jpeg;base64,${scan}` },
  virtual_documents: { document_value: '917428653' },
};

/** A valid body with canaries in place of what it says of the person. */
export const plant = (body: unknown, values = valuesByField): unknown => {
  if (Array.isArray(body)) return body.map((element) => plant(element, values));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const planted = values[name];
      if (typeof planted === 'string') return [name, planted];
      return [name, plant(value, planted ? (planted as typeof values) : values)];
    }),
  );
};

/** How many first signs of a canary are already too many. */
const tooMany = 6;

/** Base64 of a text wherever it stands: the part that does not depend on what is beside it, for each of three offsets. */
const base64Forms = (text: string): string[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.from(' '.repeat(offset) + text)
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(Math.ceil((offset * 4) / 3), (text.length + offset) % 3 === 0 ? undefined : -1);
  });

/** Base64 as it stands in an address. */
const toUrlForm = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');

const formsOf = (canary: string): string[] => {
  const start = canary.slice(0, tooMany);
  const hex = Buffer.from(start).toString('hex');
  const percent = Array.from(Buffer.from(start), (byte) => `%${byte.toString(16)}`).join('');
  return [
    start,
    encodeURIComponent(start),
    percent,
    percent.toUpperCase(),
    hex,
    hex.toUpperCase(),
    ...base64Forms(canary),
    ...base64Forms(canary).map(toUrlForm),
  ];
};

const forms = new Map(canaries.flatMap((canary) => formsOf(canary).map((form) => [form, canary])));

const anyForm = new RegExp([...forms.keys()].map((form) => form.replaceAll(/[.+*?^$()|[\]\\]/g, '\\$&')).join('|'));

/** The canaries that a text gives away, in whole or by their first signs, plainly or encoded. */
export const findCanaries = (text: string): string[] =>
  // One look for all is a third of the work, and mostly there is nothing to be found.
  anyForm.test(text)
    ? [...new Set([...forms].filter(([form]) => text.includes(form)).map(([, canary]) => canary))]
    : [];
