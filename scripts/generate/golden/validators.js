// Generated from scripts/generate/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

const merge = (errors, more) => {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
};
const fail = (errors, instancePath, keyword, params) => merge(errors, [{ instancePath, keyword, params }]);
const count = (text) => {
  let characters = 0;
  for (let index = 0; index < text.length; index += text.codePointAt(index) > 0xffff ? 2 : 1) characters += 1;
  return characters;
};
const pattern = (source, flags) => {
  const expression = new RegExp(source, flags);
  return { test: (text) => text.length <= 100000 && expression.test(text) };
};
const constant0 = {"id":true,"created_at":true,"name":true,"kind":true,"version":true,"currency":true,"email":true,"birth_date":true,"parent":true,"ssn":true,"age":true,"balance":true,"tags":true,"labels":true,"address/home":true,"contact":true,"extra":true};
const constant1 = ["person","business"];
const constant2 = ["string","null"];
const constant3 = ["string","integer"];
const constant4 = ["SSN","PASSPORT"];
const func0 = Object.prototype.hasOwnProperty;
const func1 = count;
const func2 = pattern;
const pattern0 = /* @__PURE__ */ func2("^\\p{L}+(?:[ .'-]\\p{L}+)*$", "u");

function validate2(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func1(data) > 40){
vErrors = fail(vErrors, instancePath, "maxLength", {limit: 40});
errors++;
}
if(!pattern0.test(data)){
vErrors = fail(vErrors, instancePath, "pattern", {pattern: "^\\p{L}+(?:[ .'-]\\p{L}+)*$"});
errors++;
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}

const pattern1 = /* @__PURE__ */ func2("^[0-9]{9}$", "u");

function validate4(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func1(data) > 9){
vErrors = fail(vErrors, instancePath, "maxLength", {limit: 9});
errors++;
}
if(!pattern1.test(data)){
vErrors = fail(vErrors, instancePath, "pattern", {pattern: "^[0-9]{9}$"});
errors++;
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate4.errors = vErrors;
return errors === 0;
}


function validate6(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.city === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "city"});
errors++;
}
for(const key0 in data){
if(!((key0 === "city") || (key0 === "zip"))){
vErrors = fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.city !== undefined){
if(typeof data.city !== "string"){
vErrors = fail(vErrors, instancePath+"/city", "type", {type: "string"});
errors++;
}
}
if(data.zip !== undefined){
let data1 = data.zip;
if(typeof data1 === "string"){
if(func1(data1) > 5){
vErrors = fail(vErrors, instancePath+"/zip", "maxLength", {limit: 5});
errors++;
}
if(func1(data1) < 5){
vErrors = fail(vErrors, instancePath+"/zip", "minLength", {limit: 5});
errors++;
}
}
else {
vErrors = fail(vErrors, instancePath+"/zip", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate6.errors = vErrors;
return errors === 0;
}

const formats0 = /^(?=[^]{0,1000}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const formats2 = /^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$|^(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29$/;
const formats4 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function validate1(data, instancePath = ""){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.kind !== undefined){
if("business" !== data.kind){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["address/home"] === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "address/home"});
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.birth_date === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "birth_date"});
errors++;
}
}
var _valid0 = _errs5 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
vErrors = fail(vErrors, instancePath, "if", {failingKeyword: ifClause0});
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
if(data.kind === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.ssn === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "ssn"});
errors++;
}
for(const key0 in data){
if(!(func0.call(constant0, key0))){
vErrors = fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.id !== undefined){
vErrors = fail(vErrors, instancePath+"/id", "readOnly", {});
errors++;
}
if(data.created_at !== undefined){
vErrors = fail(vErrors, instancePath+"/created_at", "readOnly", {});
errors++;
}
if(data.name !== undefined){
if(!(validate2(data.name, instancePath+"/name"))){
vErrors = merge(vErrors, validate2.errors);
errors = vErrors.length;
}
}
if(data.kind !== undefined){
let data4 = data.kind;
if(typeof data4 !== "string"){
vErrors = fail(vErrors, instancePath+"/kind", "type", {type: "string"});
errors++;
}
if(!((data4 === "person") || (data4 === "business"))){
vErrors = fail(vErrors, instancePath+"/kind", "enum", {allowedValues: constant1});
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
vErrors = fail(vErrors, instancePath+"/version", "const", {allowedValue: 1});
errors++;
}
}
if(data.currency !== undefined){
if("USD" !== data.currency){
vErrors = fail(vErrors, instancePath+"/currency", "const", {allowedValue: "USD"});
errors++;
}
}
if(data.email !== undefined){
let data7 = data.email;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = fail(vErrors, instancePath+"/email", "type", {type: constant2});
errors++;
}
if(typeof data7 === "string"){
if(!(formats0.test(data7))){
vErrors = fail(vErrors, instancePath+"/email", "format", {format: "email"});
errors++;
}
}
}
if(data.birth_date !== undefined){
let data8 = data.birth_date;
if(typeof data8 === "string"){
if(!(formats2.test(data8))){
vErrors = fail(vErrors, instancePath+"/birth_date", "format", {format: "date"});
errors++;
}
}
else {
vErrors = fail(vErrors, instancePath+"/birth_date", "type", {type: "string"});
errors++;
}
}
if(data.parent !== undefined){
let data9 = data.parent;
if(typeof data9 === "string"){
if(!(formats4.test(data9))){
vErrors = fail(vErrors, instancePath+"/parent", "format", {format: "uuid"});
errors++;
}
}
else {
vErrors = fail(vErrors, instancePath+"/parent", "type", {type: "string"});
errors++;
}
}
if(data.ssn !== undefined){
if(!(validate4(data.ssn, instancePath+"/ssn"))){
vErrors = merge(vErrors, validate4.errors);
errors = vErrors.length;
}
}
if(data.age !== undefined){
let data11 = data.age;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
vErrors = fail(vErrors, instancePath+"/age", "type", {type: "integer"});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 150 || isNaN(data11)){
vErrors = fail(vErrors, instancePath+"/age", "maximum", {comparison: "<=", limit: 150});
errors++;
}
if(data11 < 18 || isNaN(data11)){
vErrors = fail(vErrors, instancePath+"/age", "minimum", {comparison: ">=", limit: 18});
errors++;
}
}
}
if(data.balance !== undefined){
let data12 = data.balance;
if(!((typeof data12 == "number") && (isFinite(data12)))){
vErrors = fail(vErrors, instancePath+"/balance", "type", {type: "number"});
errors++;
}
}
if(data.tags !== undefined){
let data13 = data.tags;
if(Array.isArray(data13)){
if(data13.length > 3){
vErrors = fail(vErrors, instancePath+"/tags", "maxItems", {limit: 3});
errors++;
}
if(data13.length < 1){
vErrors = fail(vErrors, instancePath+"/tags", "minItems", {limit: 1});
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(func1(data14) < 1){
vErrors = fail(vErrors, instancePath+"/tags/" + i0, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = fail(vErrors, instancePath+"/tags/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/tags", "type", {type: "array"});
errors++;
}
}
if(data.labels !== undefined){
let data15 = data.labels;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length > 2){
vErrors = fail(vErrors, instancePath+"/labels", "maxProperties", {limit: 2});
errors++;
}
for(const key1 in data15){
let data16 = data15[key1];
if((typeof data16 !== "string") && (!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16))))){
vErrors = fail(vErrors, instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: constant3});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/labels", "type", {type: "object"});
errors++;
}
}
if(data["address/home"] !== undefined){
if(!(validate6(data["address/home"], instancePath+"/address~1home"))){
vErrors = merge(vErrors, validate6.errors);
errors = vErrors.length;
}
}
if(data.contact !== undefined){
let data18 = data.contact;
const _errs36 = errors;
let valid6 = false;
let passing0 = null;
const _errs37 = errors;
if(typeof data18 !== "string"){
vErrors = fail(vErrors, instancePath+"/contact", "type", {type: "string"});
errors++;
}
var _valid1 = _errs37 === errors;
if(_valid1){
valid6 = true;
passing0 = 0;
}
const _errs39 = errors;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.phone === undefined){
vErrors = fail(vErrors, instancePath+"/contact", "required", {missingProperty: "phone"});
errors++;
}
if(data18.phone !== undefined){
if(typeof data18.phone !== "string"){
vErrors = fail(vErrors, instancePath+"/contact/phone", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/contact", "type", {type: "object"});
errors++;
}
var _valid1 = _errs39 === errors;
if(_valid1 && valid6){
valid6 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid6 = true;
passing0 = 1;
}
}
if(!valid6){
vErrors = fail(vErrors, instancePath+"/contact", "oneOf", {passingSchemas: passing0});
errors++;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}


function validate10(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = fail(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

const wrapper0 = {validate: validate9};

function validate9(data, instancePath = ""){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.status !== undefined){
let data0 = data.status;
if(!((data0 === "DONE") || (data0 === "CLOSED"))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs2 === errors;
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
}
if(!valid0){
vErrors = fail(vErrors, instancePath, "if", {failingKeyword: "then"});
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.status === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "status"});
errors++;
}
if(data.id !== undefined){
if(!(validate10(data.id, instancePath+"/id"))){
vErrors = merge(vErrors, validate10.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
vErrors = fail(vErrors, instancePath+"/status", "type", {type: "string"});
errors++;
}
}
if(data.outcome !== undefined){
let data3 = data.outcome;
if(typeof data3 !== "string"){
vErrors = fail(vErrors, instancePath+"/outcome", "type", {type: "string"});
errors++;
}
if("success" !== data3){
vErrors = fail(vErrors, instancePath+"/outcome", "const", {allowedValue: "success"});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = fail(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.email !== undefined){
let data5 = data.email;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = fail(vErrors, instancePath+"/email", "type", {type: constant2});
errors++;
}
}
if(data.website !== undefined){
if(typeof data.website !== "string"){
vErrors = fail(vErrors, instancePath+"/website", "type", {type: "string"});
errors++;
}
}
if(data.ssn !== undefined){
vErrors = fail(vErrors, instancePath+"/ssn", "writeOnly", {});
errors++;
}
if(data.referred !== undefined){
let data8 = data.referred;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(wrapper0.validate(data8[i0], instancePath+"/referred/" + i0))){
vErrors = merge(vErrors, wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/referred", "type", {type: "array"});
errors++;
}
}
if(data.checks !== undefined){
let data10 = data.checks;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key0 in data10){
if(!(key0 === "note")){
if(typeof data10[key0] !== "string"){
vErrors = fail(vErrors, instancePath+"/checks/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/checks", "type", {type: "object"});
errors++;
}
}
if(data.origin !== undefined){
let data12 = data.origin;
const _errs26 = errors;
let valid6 = false;
const _errs27 = errors;
if(typeof data12 !== "string"){
vErrors = fail(vErrors, instancePath+"/origin", "type", {type: "string"});
errors++;
}
var _valid1 = _errs27 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs29 = errors;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.country === undefined){
vErrors = fail(vErrors, instancePath+"/origin", "required", {missingProperty: "country"});
errors++;
}
if(data12.country !== undefined){
if(typeof data12.country !== "string"){
vErrors = fail(vErrors, instancePath+"/origin/country", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/origin", "type", {type: "object"});
errors++;
}
var _valid1 = _errs29 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
vErrors = fail(vErrors, instancePath+"/origin", "anyOf", {});
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate9.errors = vErrors;
return errors === 0;
}


function validate13(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "message"});
errors++;
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = fail(vErrors, instancePath+"/message", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate12(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.problems === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "problems"});
errors++;
}
if(data.problems !== undefined){
let data0 = data.problems;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate13(data0[i0], instancePath+"/problems/" + i0))){
vErrors = merge(vErrors, validate13.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/problems", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}


function validate15(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "message"});
errors++;
}
if(data.message !== undefined){
if(typeof data.message !== "string"){
vErrors = fail(vErrors, instancePath+"/message", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}


function validate16(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate9(data[i0], instancePath+"/" + i0))){
vErrors = merge(vErrors, validate9.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "array"});
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}


function validate21(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.document_type === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "document_type"});
errors++;
}
for(const key0 in data){
if(!((key0 === "document_type") || (key0 === "document_value"))){
vErrors = fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.document_type !== undefined){
let data0 = data.document_type;
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/document_type", "type", {type: "string"});
errors++;
}
if(!((data0 === "SSN") || (data0 === "PASSPORT"))){
vErrors = fail(vErrors, instancePath+"/document_type", "enum", {allowedValues: constant4});
errors++;
}
}
if(data.document_value !== undefined){
if(typeof data.document_value !== "string"){
vErrors = fail(vErrors, instancePath+"/document_value", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}


function validate18(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
vErrors = fail(vErrors, instancePath, "minProperties", {limit: 1});
errors++;
}
if(data.api_key === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "api_key"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "api_key") || (key0 === "id")) || (key0 === "name")) || (key0 === "ssn")) || (key0 === "documents"))){
vErrors = fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.api_key !== undefined){
if(typeof data.api_key !== "string"){
vErrors = fail(vErrors, instancePath+"/api_key", "type", {type: "string"});
errors++;
}
}
if(data.id !== undefined){
vErrors = fail(vErrors, instancePath+"/id", "readOnly", {});
errors++;
}
if(data.name !== undefined){
if(!(validate2(data.name, instancePath+"/name"))){
vErrors = merge(vErrors, validate2.errors);
errors = vErrors.length;
}
}
if(data.ssn !== undefined){
if(!(validate4(data.ssn, instancePath+"/ssn"))){
vErrors = merge(vErrors, validate4.errors);
errors = vErrors.length;
}
}
if(data.documents !== undefined){
let data4 = data.documents;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate21(data4[i0], instancePath+"/documents/" + i0))){
vErrors = merge(vErrors, validate21.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/documents", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}


function validate23(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "name")){
vErrors = fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = fail(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}


function validate24(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reference === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "reference"});
errors++;
}
if(data.name === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
for(const key0 in data){
if(!((key0 === "reference") || (key0 === "name"))){
vErrors = fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.reference !== undefined){
if(typeof data.reference !== "string"){
vErrors = fail(vErrors, instancePath+"/reference", "type", {type: "string"});
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = fail(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}


function validate27(data, instancePath = ""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ticket === undefined){
vErrors = fail(vErrors, instancePath, "required", {missingProperty: "ticket"});
errors++;
}
if(data.ticket !== undefined){
if(typeof data.ticket !== "string"){
vErrors = fail(vErrors, instancePath+"/ticket", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}


function validate25(data, instancePath = ""){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate9(data, instancePath))){
vErrors = merge(vErrors, validate9.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = errors;
if(!(validate27(data, instancePath))){
vErrors = merge(vErrors, validate27.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
vErrors = fail(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate25.errors = vErrors;
return errors === 0;
}


export const createUser = {
  request: [validate1],
  response: [validate9],
  error: [validate12, validate15],
};

export const listUsers = {
  response: [validate16],
  error: [],
};

export const updateUser = {
  request: [validate18, validate23],
  response: [validate9],
  error: [validate15],
};

export const replaceUser = {
  request: [validate24],
  response: [validate25],
  error: [],
};

export const deleteUser = {
  response: [],
  error: [validate15],
};
