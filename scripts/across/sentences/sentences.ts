// What the five pages that this project implements promise, sentence by sentence, in a few words each that identify it.
// Every sentence has a check of its own beside this; a name without one does not compile.

const ingoFields = {
  first_name: 'First name.',
  middle_name: 'Middle name.',
  last_name: 'Last name.',
  phone_number: 'Phone number in E.164 format.',
  postal_code: '5-digit US ZIP code.',
  country: 'ISO 3166-1 alpha-2 country code.',
  state: 'ISO 3166-2 two-letter state/region code.',
  city: 'City.',
  address_one: 'Street address line 1.',
  address_two: 'Street address line 2.',
  date_of_birth: 'Date of birth in YYYY-MM-DD format.',
  username: 'Chosen username for the user.',
  ssn: 'Social security number.',
} as const;

export const ingoUpdate = {
  update: 'Update mutable fields on an existing user.',
  partial: 'Omit fields to leave them unchanged.',
  keyPlace: 'either in the api_key HTTP header or as an api_key JSON body field',
  keyCopy: 'Accepted either in the api_key HTTP header or as this body field.',
  both: 'Required on every request in addition to the HMAC Authorization header.',
  target: 'Identifier of the target user. Required when the endpoint operates on a specific user.',
  request: '(the request sample, as it stands)',
  answer: '(the response sample)',
  ...ingoFields,
} as const;

export const ingoCreate = {
  create: 'Create a user entity',
  keyPlace: 'Pass as the api_key HTTP header (preferred) or as an api_key field in the JSON request body.',
  both: 'Required on every request in addition to the HMAC Authorization header.',
  required: '(the nine body fields that are marked "required")',
  request: '(the request sample, as it stands)',
  status: 'Available options: success',
  message: '"operation completed"',
  email: 'Email address. string<email>',
  terms_accepted: 'True to confirm the end user accepted the program terms.',
  meta_data: 'List of {name, value} pairs to persist alongside the entity.',
  business_id: 'Optional. When supplied, the created user is also linked as a contact of this business.',
  is_vendor: 'Optional. When business_id is supplied, marks the created business contact as a vendor.',
  ...ingoFields,
} as const;

/** The rows of the two tables stand in specs/machnet/page.yaml. */
export const machnet = {
  update: 'This API allows you to update the user information.',
  atOnce: 'You can provide all the required user information at once.',
  partially: 'update the user information partially by using this API multiple times',
  path: 'PATCH /users/{{user_id}}',
  headers: '(X-Client-Id and X-Client-Secret in both request samples)',
  archive: 'Updating physical_document object will add a new copy of the document and archive the older one.',
  ssn: 'SSN is not updatable once user is verified.',
  frozen: 'type EIN and CERTIFICATION_OF_INCORPORATION cannot be updated once user is verified.',
  mailing: 'mailing_address (address_line1, address_line2, city, state, country, zipcode)',
  individual: '(the request and response samples of an individual)',
  business: '(the request and response samples of a business)',
  masked: '"document_value": "*****1112"',
} as const;

export const stilt = {
  path: 'PUT https://sandbox-api.com/v1/users/{user_id}',
  answers: 'Returns the user object if successful.',
  invalid: 'Returns an error if update parameters are invalid (e.g. ... invalid phone number or date of birth).',
  sensitive: 'Date of birth and SSN are not included in the response',
  only: 'Updates the specified user only with the parameters passed.',
  unchanged: 'Any parameters not provided will be left unchanged.',
  sameAsCreate: 'accepts the same parameters as the user creation call',
  exceptSsn: 'with the exception of SSN',
  user_id: 'The uuid of the user',
  address: "The user's address. Must be a valid US address.",
  first_name: "The user's first name. Must pass the regex",
  middle_name: "The user's middle name. Must pass the regex",
  last_name: "The user's last name. Must pass the regex",
  email: "The user's email address.",
  dob: "The user's date of birth, formatted as YYYY/MM/DD.",
  age: 'The minimum age accepted is 18 years old.',
  reports: 'gzipped with base64 encoding',
  sealed: 'The SSN must be AES encrypted In CBC Mode using your secret_key',
  phone: "The user's 10-digit phone number. Must be a valid US phone number.",
  answer: '(the response sample)',
} as const;

export const hpay = {
  path: 'PUT /api/v1/users/{user_id}/',
  user_id: 'The unique identifier of the user to update',
  apiKey: 'api-key string required',
  secretKey: 'secret-key string required',
  request: '(the request and response samples)',
  appUserIdRequired: 'You must include the app_user_id in the request body',
  appUserIdMatches: 'it must match the id assigned when the user was created',
  appUserIdChanged: 'Changing this id will result in a 400 Bad Request error.',
  appUserIdLocked: 'This field is required but cannot be changed during update.',
  appUserIdType: 'app_user_id integer',
  name: 'name string required: Updated full name of the user',
  phone_number: 'phone_number string required: Updated phone number',
  email: 'email string: Updated email address',
  username: 'username string: Updated username',
  is_active: 'Update whether the user account is active',
  updated_at: 'ISO 8601 timestamp of update',
} as const;

/** What is promised and cannot be shown, or is decided otherwise, and why. */
export const unshown: readonly (readonly [page: string, sentence: string, why: string])[] = [
  ['Ingo, update and create', 'Encrypted at rest.', 'No request and no answer shows how something is stored.'],
  [
    'Ingo, update and create',
    'Fetch the complete documentation index',
    'It is about the pages, and not about the API.',
  ],
  [
    'Ingo, update and create',
    "--header 'Authorization: Bearer <token>'",
    'The text asks for the HMAC header instead (ING-1); without secrets the mock takes any value.',
  ],
  [
    'Ingo, create',
    'https://api.example.com/api/v3',
    'A placeholder: the contract joins the host of v4 with this path (ING-3).',
  ],
  [
    'Ingo, create',
    '"kyc_status": "verified"',
    'The response sample shows another person than the request, placeholders, and 100 users (ING-7).',
  ],
  ['Ingo, create', 'linked as a contact of this business', 'No documented call shows the contacts of a business.'],
  ['Ingo, create', 'to persist alongside the entity', 'No documented answer holds the pairs.'],
  ['Ingo, create', 'Endpoint-specific payload; shape varies per operation.', 'It promises no shape.'],
  ['Machnet', 'Read on collecting KYC information', 'A link to another page.'],
  ['Stilt', 'Must be a valid US address.', 'Nothing here knows which streets there are; the form is checked.'],
  ['Stilt', 'Must be a valid US phone number.', 'Nothing here knows which numbers are in use; the form is checked.'],
  ['HPay', 'Your application API key', 'Test and live keys have no documented form.'],
];
