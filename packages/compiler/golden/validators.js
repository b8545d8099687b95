// Generated from packages/compiler/golden/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
const constant0 = {"id":true,"created_at":true,"name":true,"kind":true,"version":true,"nickname":true,"currency":true,"email":true,"birth_date":true,"parent":true,"ssn":true,"age":true,"balance":true,"tags":true,"number":true,"labels":true,"address/home":true,"contact":true,"extra":true};
const constant1 = ["person","business"];
const constant2 = ["string","null"];
const constant3 = ["integer","string"];
const constant4 = ["string","integer"];
const constant5 = ["string","number","boolean","object","array"];
const constant6 = ["DONE","CLOSED"];
const constant7 = ["OK","Done"];
const constant8 = ["SSN","PASSPORT"];
const func0 = Object.prototype.hasOwnProperty;
const func1 = count;
const func2 = pattern;
const pattern0 = /* @__PURE__ */ func2("^\\p{L}+(?:[ .'-]\\p{L}+)*$", "u");

function validate2(data, instancePath = ""){
const vErrors = [];
if(typeof data === "string"){
if(func1(data) > 40){
fail(vErrors, instancePath, "maxLength", {limit: 40});
}
if(!pattern0.test(data)){
fail(vErrors, instancePath, "pattern", {pattern: "^\\p{L}+(?:[ .'-]\\p{L}+)*$"});
}
}
else {
fail(vErrors, instancePath, "type", {type: "string"});
}
validate2.errors = vErrors;
return vErrors.length === 0;
}

const pattern1 = /* @__PURE__ */ func2("^[0-9]{9}$", "u");

function validate4(data, instancePath = ""){
const vErrors = [];
if(typeof data === "string"){
if(func1(data) > 9){
fail(vErrors, instancePath, "maxLength", {limit: 9});
}
if(!pattern1.test(data)){
fail(vErrors, instancePath, "pattern", {pattern: "^[0-9]{9}$"});
}
}
else {
fail(vErrors, instancePath, "type", {type: "string"});
}
validate4.errors = vErrors;
return vErrors.length === 0;
}


function validate6(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.city === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "city"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((key0 === "city") || (key0 === "zip"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "city", data.city);
if(data.zip !== undefined){
let data1 = data.zip;
if(typeof data1 === "string"){
if(func1(data1) > 5){
fail(vErrors, instancePath+"/zip", "maxLength", {limit: 5});
}
if(func1(data1) < 5){
fail(vErrors, instancePath+"/zip", "minLength", {limit: 5});
}
}
else {
fail(vErrors, instancePath+"/zip", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate6.errors = vErrors;
return vErrors.length === 0;
}

const formats0 = /^(?=[^]{0,1000}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const formats2 = /^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$|^(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29$/;
const formats4 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function validate1(data, instancePath = ""){
const vErrors = [];
const _errs1 = vErrors.length;
let valid0 = true;
const _errs2 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
vErrors.push({});
}
else {
if(data.kind !== undefined){
if("business" !== data.kind){
vErrors.push({});
}
}
}
}
var _valid0 = _errs2 === vErrors.length;
vErrors.length = _errs1;
let ifClause0;
if(_valid0){
const _errs4 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["address/home"] === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "address/home"});
}
}
var _valid0 = _errs4 === vErrors.length;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs5 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.birth_date === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "birth_date"});
}
}
var _valid0 = _errs5 === vErrors.length;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
fail(vErrors, instancePath, "if", {failingKeyword: ifClause0});
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "name"});
}
if(data.kind === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "kind"});
}
if(data.ssn === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "ssn"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(func0.call(constant0, key0))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
if(data.id !== undefined){
fail(vErrors, instancePath+"/id", "readOnly", {});
}
if(data.created_at !== undefined){
fail(vErrors, instancePath+"/created_at", "readOnly", {});
}
if(data.name !== undefined){
if(!(validate2(data.name, instancePath+"/name"))){
merge(vErrors, validate2.errors);
}
}
if(data.kind !== undefined){
let data4 = data.kind;
if(typeof data4 !== "string"){
fail(vErrors, instancePath+"/kind", "type", {type: "string"});
}
if(!(constant1).includes(data4)){
fail(vErrors, instancePath+"/kind", "enum", {allowedValues: constant1});
}
}
if(data.version !== undefined){
if(1 !== data.version){
fail(vErrors, instancePath+"/version", "const", {allowedValue: 1});
}
}
if(data.nickname !== undefined){
let data6 = data.nickname;
if(typeof data6 !== "string"){
fail(vErrors, instancePath+"/nickname", "type", {type: "string"});
}
const _errs15 = vErrors.length;
const _errs16 = vErrors.length;
if("admin" !== data6){
vErrors.push({});
}
var valid3 = _errs16 === vErrors.length;
if(valid3){
fail(vErrors, instancePath+"/nickname", "not", {});
}
else {
vErrors.length = _errs15;
}
}
if(data.currency !== undefined){
if("USD" !== data.currency){
fail(vErrors, instancePath+"/currency", "const", {allowedValue: "USD"});
}
}
if(data.email !== undefined){
let data8 = data.email;
if((typeof data8 !== "string") && (data8 !== null)){
fail(vErrors, instancePath+"/email", "type", {type: constant2});
}
if(typeof data8 === "string"){
if(!(formats0.test(data8))){
fail(vErrors, instancePath+"/email", "format", {format: "email"});
}
}
}
if(data.birth_date !== undefined){
let data9 = data.birth_date;
if(typeof data9 === "string"){
if(!(formats2.test(data9))){
fail(vErrors, instancePath+"/birth_date", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/birth_date", "type", {type: "string"});
}
}
if(data.parent !== undefined){
let data10 = data.parent;
if(typeof data10 === "string"){
if(!(formats4.test(data10))){
fail(vErrors, instancePath+"/parent", "format", {format: "uuid"});
}
}
else {
fail(vErrors, instancePath+"/parent", "type", {type: "string"});
}
}
if(data.ssn !== undefined){
if(!(validate4(data.ssn, instancePath+"/ssn"))){
merge(vErrors, validate4.errors);
}
}
if(data.age !== undefined){
let data12 = data.age;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
fail(vErrors, instancePath+"/age", "type", {type: "integer"});
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 150 || isNaN(data12)){
fail(vErrors, instancePath+"/age", "maximum", {comparison: "<=", limit: 150});
}
if(data12 < 18 || isNaN(data12)){
fail(vErrors, instancePath+"/age", "minimum", {comparison: ">=", limit: 18});
}
}
}
if(data.balance !== undefined){
let data13 = data.balance;
if(!((typeof data13 == "number") && (isFinite(data13)))){
fail(vErrors, instancePath+"/balance", "type", {type: "number"});
}
}
if(data.tags !== undefined){
let data14 = data.tags;
if(Array.isArray(data14)){
if(data14.length > 3){
fail(vErrors, instancePath+"/tags", "maxItems", {limit: 3});
}
if(data14.length < 1){
fail(vErrors, instancePath+"/tags", "minItems", {limit: 1});
}
const len0 = data14.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
let data15 = data14[i0];
if(typeof data15 === "string"){
if(func1(data15) < 1){
fail(vErrors, instancePath+"/tags/" + i0, "minLength", {limit: 1});
}
}
else {
fail(vErrors, instancePath+"/tags/" + i0, "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/tags", "type", {type: "array"});
}
}
if(data.number !== undefined){
let data16 = data.number;
if((!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))) && (typeof data16 !== "string")){
fail(vErrors, instancePath+"/number", "type", {type: constant3});
}
}
if(data.labels !== undefined){
let data17 = data.labels;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length > 2){
fail(vErrors, instancePath+"/labels", "maxProperties", {limit: 2});
}
var key1most = vErrors.length+200;
for(const key1 in data17){
if(vErrors.length>=key1most) break;
let data18 = data17[key1];
if((typeof data18 !== "string") && (!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18))))){
fail(vErrors, instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: constant4});
}
}
}
else {
fail(vErrors, instancePath+"/labels", "type", {type: "object"});
}
}
if(data["address/home"] !== undefined){
if(!(validate6(data["address/home"], instancePath+"/address~1home"))){
merge(vErrors, validate6.errors);
}
}
if(data.contact !== undefined){
let data20 = data.contact;
const _errs42 = vErrors.length;
let valid7 = false;
let passing0 = null;
const _errs43 = vErrors.length;
if(typeof data20 !== "string"){
fail(vErrors, instancePath+"/contact", "type", {type: "string"});
}
var _valid1 = _errs43 === vErrors.length;
if(_valid1){
valid7 = true;
passing0 = 0;
}
const _errs45 = vErrors.length;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.phone === undefined){
fail(vErrors, instancePath+"/contact", "required", {missingProperty: "phone"});
}
if(data20.phone !== undefined){
if(typeof data20.phone !== "string"){
fail(vErrors, instancePath+"/contact/phone", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/contact", "type", {type: "object"});
}
var _valid1 = _errs45 === vErrors.length;
if(_valid1 && valid7){
valid7 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid7 = true;
passing0 = 1;
}
}
if(!valid7){
fail(vErrors, instancePath+"/contact", "oneOf", {passingSchemas: passing0});
}
else {
vErrors.length = _errs42;
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate1.errors = vErrors;
return vErrors.length === 0;
}


function validate10(data, instancePath = ""){
const vErrors = [];
if(typeof data !== "string"){
fail(vErrors, instancePath, "type", {type: "string"});
}
validate10.errors = vErrors;
return vErrors.length === 0;
}


function validate12(data, instancePath = ""){
const vErrors = [];
const _errs1 = vErrors.length;
let valid0 = true;
const _errs2 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind !== undefined){
let data0 = data.kind;
if(data0 !== null){
if("own" !== data0){
vErrors.push({});
}
}
}
}
var _valid0 = _errs2 === vErrors.length;
vErrors.length = _errs1;
if(_valid0){
const _errs5 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zip === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "zip"});
}
if(data.zip !== undefined){
let data1 = data.zip;
if((((!data1 || typeof data1 != "object") && (typeof data1 !== "string")) && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
fail(vErrors, instancePath+"/zip", "type", {type: constant5});
}
}
}
var _valid0 = _errs5 === vErrors.length;
valid0 = _valid0;
}
if(!valid0){
fail(vErrors, instancePath, "if", {failingKeyword: "then"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.city === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "city"});
}
if(data.left_at === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "left_at"});
}
text(vErrors, instancePath, "city", data.city);
optional(vErrors, instancePath, "country", data.country);
optional(vErrors, instancePath, "zip", data.zip);
if(data.left_at !== undefined){
let data5 = data.left_at;
if((typeof data5 !== "string") && (data5 !== null)){
fail(vErrors, instancePath+"/left_at", "type", {type: constant2});
}
}
optional(vErrors, instancePath, "kind", data.kind);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate12.errors = vErrors;
return vErrors.length === 0;
}

const wrapper0 = {validate: validate9};

function validate9(data, instancePath = ""){
const vErrors = [];
const _errs1 = vErrors.length;
let valid0 = true;
const _errs2 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
vErrors.push({});
}
else {
if(data.status !== undefined){
if(!(constant6).includes(data.status)){
vErrors.push({});
}
}
}
}
var _valid0 = _errs2 === vErrors.length;
vErrors.length = _errs1;
if(_valid0){
const _errs4 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "name"});
}
if(data.name !== undefined){
let data1 = data.name;
if((((!data1 || typeof data1 != "object") && (typeof data1 !== "string")) && (!((typeof data1 == "number") && (isFinite(data1))))) && (typeof data1 !== "boolean")){
fail(vErrors, instancePath+"/name", "type", {type: constant5});
}
}
}
var _valid0 = _errs4 === vErrors.length;
valid0 = _valid0;
}
if(!valid0){
fail(vErrors, instancePath, "if", {failingKeyword: "then"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "id"});
}
if(data.status === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "status"});
}
if(data.id !== undefined){
if(!(validate10(data.id, instancePath+"/id"))){
merge(vErrors, validate10.errors);
}
}
text(vErrors, instancePath, "status", data.status);
if(data.outcome !== undefined){
let data4 = data.outcome;
if(data4 !== null){
if(typeof data4 !== "string"){
fail(vErrors, instancePath+"/outcome", "type", {type: "string"});
}
if("success" !== data4){
fail(vErrors, instancePath+"/outcome", "const", {allowedValue: "success"});
}
}
}
optional(vErrors, instancePath, "name", data.name);
optional(vErrors, instancePath, "email", data.email);
optional(vErrors, instancePath, "website", data.website);
if(data.ssn !== undefined){
if(data.ssn !== null){
fail(vErrors, instancePath+"/ssn", "writeOnly", {});
}
}
if(data.referred !== undefined){
let data9 = data.referred;
if(data9 !== null){
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(wrapper0.validate(data9[i0], instancePath+"/referred/" + i0))){
merge(vErrors, wrapper0.validate.errors);
}
}
}
else {
fail(vErrors, instancePath+"/referred", "type", {type: "array"});
}
}
}
if(data.employer !== undefined){
let data11 = data.employer;
if(data11 !== null){
if(!(validate12(data11, instancePath+"/employer"))){
merge(vErrors, validate12.errors);
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.country === undefined){
fail(vErrors, instancePath+"/employer", "required", {missingProperty: "country"});
}
if(data11.country !== undefined){
let data12 = data11.country;
if((((!data12 || typeof data12 != "object") && (typeof data12 !== "string")) && (!((typeof data12 == "number") && (isFinite(data12))))) && (typeof data12 !== "boolean")){
fail(vErrors, instancePath+"/employer/country", "type", {type: constant5});
}
}
}
}
}
if(data.checks !== undefined){
let data13 = data.checks;
if(data13 !== null){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
var key0most = vErrors.length+200;
for(const key0 in data13){
if(vErrors.length>=key0most) break;
if(!(key0 === "note")){
let data14 = data13[key0];
if(data14 !== null){
if(typeof data14 !== "string"){
fail(vErrors, instancePath+"/checks/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "string"});
}
}
}
}
}
else {
fail(vErrors, instancePath+"/checks", "type", {type: "object"});
}
}
}
if(data.origin !== undefined){
let data15 = data.origin;
if(data15 !== null){
const _errs41 = vErrors.length;
let valid18 = false;
const _errs42 = vErrors.length;
if(typeof data15 !== "string"){
fail(vErrors, instancePath+"/origin", "type", {type: "string"});
}
var _valid1 = _errs42 === vErrors.length;
valid18 = valid18 || _valid1;
if(!valid18){
const _errs44 = vErrors.length;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.country === undefined){
fail(vErrors, instancePath+"/origin", "required", {missingProperty: "country"});
}
if(data15.country !== undefined){
if(typeof data15.country !== "string"){
fail(vErrors, instancePath+"/origin/country", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/origin", "type", {type: "object"});
}
var _valid1 = _errs44 === vErrors.length;
valid18 = valid18 || _valid1;
}
if(!valid18){
fail(vErrors, instancePath+"/origin", "anyOf", {});
}
else {
vErrors.length = _errs41;
}
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate9.errors = vErrors;
return vErrors.length === 0;
}


function validate15(data, instancePath = ""){
const vErrors = [];
const _errs1 = vErrors.length;
const _errs2 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.id === undefined) && (missing0 = "id")){
vErrors.push({});
}
}
var valid0 = _errs2 === vErrors.length;
if(valid0){
fail(vErrors, instancePath, "not", {});
}
else {
vErrors.length = _errs1;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "message"});
}
if(data.message !== undefined){
let data0 = data.message;
if(typeof data0 !== "string"){
fail(vErrors, instancePath+"/message", "type", {type: "string"});
}
const _errs5 = vErrors.length;
const _errs6 = vErrors.length;
if(!(constant7).includes(data0)){
vErrors.push({});
}
var valid2 = _errs6 === vErrors.length;
if(valid2){
fail(vErrors, instancePath+"/message", "not", {});
}
else {
vErrors.length = _errs5;
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate15.errors = vErrors;
return vErrors.length === 0;
}


function validate14(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.problems === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "problems"});
}
if(data.problems !== undefined){
let data0 = data.problems;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate15(data0[i0], instancePath+"/problems/" + i0))){
merge(vErrors, validate15.errors);
}
}
}
else {
fail(vErrors, instancePath+"/problems", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate14.errors = vErrors;
return vErrors.length === 0;
}


function validate17(data, instancePath = ""){
const vErrors = [];
const _errs1 = vErrors.length;
const _errs2 = vErrors.length;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.id === undefined) && (missing0 = "id")){
vErrors.push({});
}
}
var valid0 = _errs2 === vErrors.length;
if(valid0){
fail(vErrors, instancePath, "not", {});
}
else {
vErrors.length = _errs1;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "message"});
}
if(data.message !== undefined){
let data0 = data.message;
if(typeof data0 !== "string"){
fail(vErrors, instancePath+"/message", "type", {type: "string"});
}
const _errs5 = vErrors.length;
const _errs6 = vErrors.length;
if(!(constant7).includes(data0)){
vErrors.push({});
}
var valid2 = _errs6 === vErrors.length;
if(valid2){
fail(vErrors, instancePath+"/message", "not", {});
}
else {
vErrors.length = _errs5;
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate17.errors = vErrors;
return vErrors.length === 0;
}


function validate18(data, instancePath = ""){
const vErrors = [];
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate9(data[i0], instancePath+"/" + i0))){
merge(vErrors, validate9.errors);
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "array"});
}
validate18.errors = vErrors;
return vErrors.length === 0;
}


function validate23(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.document_type === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "document_type"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((key0 === "document_type") || (key0 === "document_value"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
if(data.document_type !== undefined){
let data0 = data.document_type;
if(typeof data0 !== "string"){
fail(vErrors, instancePath+"/document_type", "type", {type: "string"});
}
if(!(constant8).includes(data0)){
fail(vErrors, instancePath+"/document_type", "enum", {allowedValues: constant8});
}
}
text(vErrors, instancePath, "document_value", data.document_value);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate23.errors = vErrors;
return vErrors.length === 0;
}


function validate20(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
fail(vErrors, instancePath, "minProperties", {limit: 1});
}
if(data.api_key === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "api_key"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(((((key0 === "api_key") || (key0 === "id")) || (key0 === "name")) || (key0 === "ssn")) || (key0 === "documents"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "api_key", data.api_key);
if(data.id !== undefined){
fail(vErrors, instancePath+"/id", "readOnly", {});
}
if(data.name !== undefined){
if(!(validate2(data.name, instancePath+"/name"))){
merge(vErrors, validate2.errors);
}
}
if(data.ssn !== undefined){
if(!(validate4(data.ssn, instancePath+"/ssn"))){
merge(vErrors, validate4.errors);
}
}
if(data.documents !== undefined){
let data4 = data.documents;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate23(data4[i0], instancePath+"/documents/" + i0))){
merge(vErrors, validate23.errors);
}
}
}
else {
fail(vErrors, instancePath+"/documents", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate20.errors = vErrors;
return vErrors.length === 0;
}


function validate25(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(key0 === "name")){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "name", data.name);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate25.errors = vErrors;
return vErrors.length === 0;
}


function validate26(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reference === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "reference"});
}
if(data.name === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "name"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((key0 === "reference") || (key0 === "name"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "reference", data.reference);
text(vErrors, instancePath, "name", data.name);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate26.errors = vErrors;
return vErrors.length === 0;
}


function validate29(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ticket === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "ticket"});
}
text(vErrors, instancePath, "ticket", data.ticket);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate29.errors = vErrors;
return vErrors.length === 0;
}


function validate27(data, instancePath = ""){
const vErrors = [];
const _errs0 = vErrors.length;
let valid0 = false;
const _errs1 = vErrors.length;
if(!(validate9(data, instancePath))){
merge(vErrors, validate9.errors);
}
var _valid0 = _errs1 === vErrors.length;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs2 = vErrors.length;
if(!(validate29(data, instancePath))){
merge(vErrors, validate29.errors);
}
var _valid0 = _errs2 === vErrors.length;
valid0 = valid0 || _valid0;
}
if(!valid0){
fail(vErrors, instancePath, "anyOf", {});
}
else {
vErrors.length = _errs0;
}
validate27.errors = vErrors;
return vErrors.length === 0;
}


function validate31(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
optional(vErrors, instancePath, "reached", data.reached);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate31.errors = vErrors;
return vErrors.length === 0;
}

export const validateUserCreate = validate1;
export const validatePersonUpdate = validate20;
export const validateBusinessUpdate = validate25;
export const validateUserReplacement = validate26;

export const createUser = {
  request: [validate1],
  response: [validate9],
  error: [validate14, validate17],
};

export const listUsers = {
  response: [validate18],
  error: [],
};

export const updateUser = {
  request: [validate20, validate25],
  response: [validate9],
  error: [validate17],
};

export const replaceUser = {
  request: [validate26],
  response: [validate27],
  error: [],
};

export const deleteUser = {
  response: [],
  error: [validate17],
};

export const startKyc = {
  response: [validate31],
  error: [],
};
