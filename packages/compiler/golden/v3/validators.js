// Generated from packages/compiler/golden/v3/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

const plain = (errors) =>
  (errors ?? []).slice(0, 200).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }));
const merge = (errors, more) => {
  for (const error of more) errors.push(error);
};
const fail = (errors, instancePath, keyword, params) => {
  errors.push({ instancePath, keyword, params });
};
const text = (errors, instancePath, name, value) => {
  if (value !== undefined && typeof value !== "string")
    fail(errors, instancePath + "/" + name, "type", { type: "string" });
};
const optional = (errors, instancePath, name, value) => {
  if (value !== null) text(errors, instancePath, name, value);
};
const count = (text) => {
  let characters = 0;
  for (let index = 0; index < text.length; index += text.codePointAt(index) > 0xffff ? 2 : 1) characters += 1;
  return characters;
};
const pattern = (source, flags) => {
  const expression = new RegExp(source, flags);
  return { test: (text) => text.length <= 100000 && expression.test(text) };
};
const constant0 = {"firstName":true,"lastName":true,"email":true,"phone":true,"address1":true,"address2":true,"city":true,"state":true,"postalCode":true,"ipAddress":true,"dateOfBirth":true,"ssn":true};

function validate1(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "id"});
}
if(data.status === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "status"});
}
text(vErrors, instancePath, "id", data.id);
optional(vErrors, instancePath, "type", data.type);
text(vErrors, instancePath, "status", data.status);
optional(vErrors, instancePath, "firstName", data.firstName);
optional(vErrors, instancePath, "lastName", data.lastName);
optional(vErrors, instancePath, "email", data.email);
optional(vErrors, instancePath, "phone", data.phone);
optional(vErrors, instancePath, "address1", data.address1);
optional(vErrors, instancePath, "address2", data.address2);
optional(vErrors, instancePath, "city", data.city);
optional(vErrors, instancePath, "state", data.state);
optional(vErrors, instancePath, "postalCode", data.postalCode);
optional(vErrors, instancePath, "businessName", data.businessName);
optional(vErrors, instancePath, "doingBusinessAs", data.doingBusinessAs);
optional(vErrors, instancePath, "website", data.website);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate1.errors = vErrors;
return vErrors.length === 0;
}

const func0 = Object.prototype.hasOwnProperty;
const formats0 = /^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$|^(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29$/;

function validate3(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(func0.call(constant0, key0))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "firstName", data.firstName);
text(vErrors, instancePath, "lastName", data.lastName);
text(vErrors, instancePath, "email", data.email);
text(vErrors, instancePath, "phone", data.phone);
text(vErrors, instancePath, "address1", data.address1);
text(vErrors, instancePath, "address2", data.address2);
text(vErrors, instancePath, "city", data.city);
text(vErrors, instancePath, "state", data.state);
text(vErrors, instancePath, "postalCode", data.postalCode);
text(vErrors, instancePath, "ipAddress", data.ipAddress);
if(data.dateOfBirth !== undefined){
let data10 = data.dateOfBirth;
if(typeof data10 === "string"){
if(!(formats0.test(data10))){
fail(vErrors, instancePath+"/dateOfBirth", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/dateOfBirth", "type", {type: "string"});
}
}
text(vErrors, instancePath, "ssn", data.ssn);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate3.errors = vErrors;
return vErrors.length === 0;
}


function validate4(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((((((key0 === "type") || (key0 === "businessName")) || (key0 === "email")) || (key0 === "website")) || (key0 === "doingBusinessAs")) || (key0 === "ein"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
fail(vErrors, instancePath+"/type", "type", {type: "string"});
}
if("business" !== data0){
fail(vErrors, instancePath+"/type", "const", {allowedValue: "business"});
}
}
text(vErrors, instancePath, "businessName", data.businessName);
text(vErrors, instancePath, "email", data.email);
text(vErrors, instancePath, "website", data.website);
text(vErrors, instancePath, "doingBusinessAs", data.doingBusinessAs);
text(vErrors, instancePath, "ein", data.ein);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate4.errors = vErrors;
return vErrors.length === 0;
}


function validate5(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "code"});
}
if(data.message === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "message"});
}
text(vErrors, instancePath, "code", data.code);
text(vErrors, instancePath, "message", data.message);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate5.errors = vErrors;
return vErrors.length === 0;
}

export const validatePersonalUpdate = validate3;
export const validateBusinessUpdate = validate4;

export const getCustomer = {
  response: [validate1],
  error: [],
};

export const updateCustomer = {
  request: [validate3, validate4],
  response: [validate1],
  error: [validate5],
};
