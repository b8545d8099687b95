import type { Validate } from '@amend/contract';

/** A validator that only knows which field a value must have. */
export const has = (name: string): Validate => {
  const validate: Validate = (value) => {
    const fits = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    validate.errors = fits ? null : [{ instancePath: '', keyword: 'required', params: { missingProperty: name } }];
    return fits;
  };
  return validate;
};
