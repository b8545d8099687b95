/** How a property is written, as far as its schema and the contract's examples tell. */
export type Form = 'text' | 'phone' | 'date' | 'pastDate' | 'ssn' | 'flag' | 'twoLetters';

interface FieldName {
  /** Of the canonical user. */
  readonly field: string;
  readonly form: Form;
  /** What providers call it, in lower case and without signs. */
  readonly names: readonly string[];
}

const row = (field: string, form: Form, ...names: string[]): FieldName => ({ field, form, names });

/** The canonical fields that a property's name stands for beyond doubt; any other stays the provider's own. */
export const fieldNames: readonly FieldName[] = [
  row('firstName', 'text', 'firstname', 'givenname', 'forename'),
  row('middleName', 'text', 'middlename'),
  row('lastName', 'text', 'lastname', 'familyname', 'surname'),
  row('businessName', 'text', 'businessname', 'companyname', 'legalname'),
  row('email', 'text', 'email', 'emailaddress'),
  row('phone', 'phone', 'phone', 'phonenumber', 'mobile', 'mobilephone', 'mobilenumber'),
  row('dateOfBirth', 'pastDate', 'dateofbirth', 'birthdate', 'birthday', 'dob'),
  row('formationDate', 'date', 'formationdate', 'dateofformation', 'dateofincorporation'),
  row('address.line1', 'text', 'addressline1', 'address1', 'line1', 'street1', 'addressone'),
  row('address.line2', 'text', 'addressline2', 'address2', 'line2', 'street2', 'addresstwo'),
  row('address.line3', 'text', 'addressline3', 'address3', 'line3', 'street3'),
  row('address.city', 'text', 'city'),
  row('address.state', 'twoLetters', 'state', 'statecode'),
  row('address.postalCode', 'text', 'postalcode', 'postcode', 'zip', 'zipcode'),
  row('address.country', 'twoLetters', 'country', 'countrycode'),
  row('ssn', 'ssn', 'ssn', 'socialsecuritynumber'),
  row('gender', 'text', 'gender'),
  row('occupation', 'text', 'occupation'),
  row('username', 'text', 'username'),
  row('active', 'flag', 'active', 'isactive'),
  row('externalId', 'text', 'externalid', 'clientreferenceid', 'externalreference'),
  row('website', 'text', 'website', 'websiteurl', 'companywebsite'),
];
