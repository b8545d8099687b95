// Generated from packages/compiler/golden/v2/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
const constant0 = ["SSN","PASSPORT","LICENCE"];
const constant1 = ["PASSPORT","STATEMENT","CHARTER"];
const constant2 = {"id":true,"given_name":true,"middle_name":true,"family_name":true,"email":true,"mobile":true,"street":true,"street_2":true,"city":true,"region":true,"country":true,"born_on":true,"gender":true,"occupation":true,"scope":true,"type":true,"employer":true,"numbers":true,"scans":true};
const constant3 = {"name":true,"email":true,"mobile":true,"country":true,"founded_on":true,"website":true,"username":true,"monthly_payments":true,"numbers":true,"scans":true};
const constant4 = ["string","integer"];
const constant5 = ["string","null"];
const constant6 = {"kind":true,"reference":true,"name":true,"email":true,"phone":true,"born_on":true,"address":true,"employer":true,"ssn":true,"terms_accepted":true,"tags":true};
const constant7 = {"user_id":true,"api_key":true,"reference":true,"name":true,"email":true,"username":true,"phone":true,"born_on":true,"address":true,"ssn":true,"active":true};
const func0 = Object.prototype.hasOwnProperty;
const func1 = count;
const formats0 = /^(?=[^]{0,1000}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const formats2 = /^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$|^(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29$/;
const func2 = pattern;
const pattern0 = /* @__PURE__ */ func2("^[0-9]{10,15}$", "u");

function validate2(data, instancePath = ""){
const vErrors = [];
if(typeof data === "string"){
if(func1(data) > 15){
fail(vErrors, instancePath, "maxLength", {limit: 15});
}
if(!pattern0.test(data)){
fail(vErrors, instancePath, "pattern", {pattern: "^[0-9]{10,15}$"});
}
}
else {
fail(vErrors, instancePath, "type", {type: "string"});
}
validate2.errors = vErrors;
return vErrors.length === 0;
}


function validate4(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func1(data0) > 256){
fail(vErrors, instancePath+"/name", "maxLength", {limit: 256});
}
}
else {
fail(vErrors, instancePath+"/name", "type", {type: "string"});
}
}
text(vErrors, instancePath, "address", data.address);
text(vErrors, instancePath, "phone", data.phone);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate4.errors = vErrors;
return vErrors.length === 0;
}


function validate6(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "kind"});
}
if(data.value === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "value"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((((((((key0 === "id") || (key0 === "kind")) || (key0 === "value")) || (key0 === "issuer")) || (key0 === "issued_on")) || (key0 === "expires_on")) || (key0 === "country")) || (key0 === "region"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "id", data.id);
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
fail(vErrors, instancePath+"/kind", "type", {type: "string"});
}
if(!(constant0).includes(data1)){
fail(vErrors, instancePath+"/kind", "enum", {allowedValues: constant0});
}
}
text(vErrors, instancePath, "value", data.value);
text(vErrors, instancePath, "issuer", data.issuer);
if(data.issued_on !== undefined){
let data4 = data.issued_on;
if(typeof data4 === "string"){
if(!(formats2.test(data4))){
fail(vErrors, instancePath+"/issued_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/issued_on", "type", {type: "string"});
}
}
if(data.expires_on !== undefined){
let data5 = data.expires_on;
if(typeof data5 === "string"){
if(!(formats2.test(data5))){
fail(vErrors, instancePath+"/expires_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/expires_on", "type", {type: "string"});
}
}
text(vErrors, instancePath, "country", data.country);
text(vErrors, instancePath, "region", data.region);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate6.errors = vErrors;
return vErrors.length === 0;
}


function validate8(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "kind"});
}
if(data.front === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "front"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(((((((key0 === "id") || (key0 === "kind")) || (key0 === "front")) || (key0 === "back")) || (key0 === "country")) || (key0 === "region")) || (key0 === "expires_on"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "id", data.id);
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
fail(vErrors, instancePath+"/kind", "type", {type: "string"});
}
if(!(constant1).includes(data1)){
fail(vErrors, instancePath+"/kind", "enum", {allowedValues: constant1});
}
}
text(vErrors, instancePath, "front", data.front);
text(vErrors, instancePath, "back", data.back);
text(vErrors, instancePath, "country", data.country);
text(vErrors, instancePath, "region", data.region);
if(data.expires_on !== undefined){
let data6 = data.expires_on;
if(typeof data6 === "string"){
if(!(formats2.test(data6))){
fail(vErrors, instancePath+"/expires_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/expires_on", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate8.errors = vErrors;
return vErrors.length === 0;
}


function validate1(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(func0.call(constant2, key0))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "id", data.id);
text(vErrors, instancePath, "given_name", data.given_name);
text(vErrors, instancePath, "middle_name", data.middle_name);
text(vErrors, instancePath, "family_name", data.family_name);
if(data.email !== undefined){
let data4 = data.email;
if(typeof data4 === "string"){
if(!(formats0.test(data4))){
fail(vErrors, instancePath+"/email", "format", {format: "email"});
}
}
else {
fail(vErrors, instancePath+"/email", "type", {type: "string"});
}
}
if(data.mobile !== undefined){
if(!(validate2(data.mobile, instancePath+"/mobile"))){
merge(vErrors, validate2.errors);
}
}
text(vErrors, instancePath, "street", data.street);
text(vErrors, instancePath, "street_2", data.street_2);
text(vErrors, instancePath, "city", data.city);
if(data.region !== undefined){
let data9 = data.region;
if(typeof data9 === "string"){
if(func1(data9) > 2){
fail(vErrors, instancePath+"/region", "maxLength", {limit: 2});
}
}
else {
fail(vErrors, instancePath+"/region", "type", {type: "string"});
}
}
text(vErrors, instancePath, "country", data.country);
if(data.born_on !== undefined){
let data11 = data.born_on;
if(typeof data11 === "string"){
if(!(formats2.test(data11))){
fail(vErrors, instancePath+"/born_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/born_on", "type", {type: "string"});
}
}
text(vErrors, instancePath, "gender", data.gender);
text(vErrors, instancePath, "occupation", data.occupation);
text(vErrors, instancePath, "scope", data.scope);
text(vErrors, instancePath, "type", data.type);
if(data.employer !== undefined){
if(!(validate4(data.employer, instancePath+"/employer"))){
merge(vErrors, validate4.errors);
}
}
if(data.numbers !== undefined){
let data17 = data.numbers;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate6(data17[i0], instancePath+"/numbers/" + i0))){
merge(vErrors, validate6.errors);
}
}
}
else {
fail(vErrors, instancePath+"/numbers", "type", {type: "array"});
}
}
if(data.scans !== undefined){
let data19 = data.scans;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0, most=vErrors.length+200; i1<len1 && vErrors.length<most; i1++){
if(!(validate8(data19[i1], instancePath+"/scans/" + i1))){
merge(vErrors, validate8.errors);
}
}
}
else {
fail(vErrors, instancePath+"/scans", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate1.errors = vErrors;
return vErrors.length === 0;
}

const pattern1 = /* @__PURE__ */ func2("^[0-9]+$", "u");

function validate10(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(func0.call(constant3, key0))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "name", data.name);
if(data.email !== undefined){
let data1 = data.email;
if(typeof data1 === "string"){
if(!(formats0.test(data1))){
fail(vErrors, instancePath+"/email", "format", {format: "email"});
}
}
else {
fail(vErrors, instancePath+"/email", "type", {type: "string"});
}
}
if(data.mobile !== undefined){
if(!(validate2(data.mobile, instancePath+"/mobile"))){
merge(vErrors, validate2.errors);
}
}
text(vErrors, instancePath, "country", data.country);
if(data.founded_on !== undefined){
let data4 = data.founded_on;
if(typeof data4 === "string"){
if(!(formats2.test(data4))){
fail(vErrors, instancePath+"/founded_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/founded_on", "type", {type: "string"});
}
}
text(vErrors, instancePath, "website", data.website);
text(vErrors, instancePath, "username", data.username);
if(data.monthly_payments !== undefined){
let data7 = data.monthly_payments;
if(typeof data7 === "string"){
if(func1(data7) > 16){
fail(vErrors, instancePath+"/monthly_payments", "maxLength", {limit: 16});
}
if(!pattern1.test(data7)){
fail(vErrors, instancePath+"/monthly_payments", "pattern", {pattern: "^[0-9]+$"});
}
}
else {
fail(vErrors, instancePath+"/monthly_payments", "type", {type: "string"});
}
}
if(data.numbers !== undefined){
let data8 = data.numbers;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate6(data8[i0], instancePath+"/numbers/" + i0))){
merge(vErrors, validate6.errors);
}
}
}
else {
fail(vErrors, instancePath+"/numbers", "type", {type: "array"});
}
}
if(data.scans !== undefined){
let data10 = data.scans;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i1=0, most=vErrors.length+200; i1<len1 && vErrors.length<most; i1++){
if(!(validate8(data10[i1], instancePath+"/scans/" + i1))){
merge(vErrors, validate8.errors);
}
}
}
else {
fail(vErrors, instancePath+"/scans", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate10.errors = vErrors;
return vErrors.length === 0;
}


function validate16(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
optional(vErrors, instancePath, "name", data.name);
optional(vErrors, instancePath, "address", data.address);
optional(vErrors, instancePath, "phone", data.phone);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate16.errors = vErrors;
return vErrors.length === 0;
}


function validate18(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "kind"});
}
if(data.value === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "value"});
}
optional(vErrors, instancePath, "id", data.id);
text(vErrors, instancePath, "kind", data.kind);
text(vErrors, instancePath, "value", data.value);
optional(vErrors, instancePath, "issuer", data.issuer);
optional(vErrors, instancePath, "issued_on", data.issued_on);
optional(vErrors, instancePath, "expires_on", data.expires_on);
optional(vErrors, instancePath, "country", data.country);
optional(vErrors, instancePath, "region", data.region);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate18.errors = vErrors;
return vErrors.length === 0;
}


function validate20(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "kind"});
}
if(data.front === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "front"});
}
optional(vErrors, instancePath, "id", data.id);
text(vErrors, instancePath, "kind", data.kind);
text(vErrors, instancePath, "front", data.front);
optional(vErrors, instancePath, "back", data.back);
optional(vErrors, instancePath, "country", data.country);
optional(vErrors, instancePath, "region", data.region);
optional(vErrors, instancePath, "expires_on", data.expires_on);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate20.errors = vErrors;
return vErrors.length === 0;
}


function validate15(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "id"});
}
if(data.status === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "status"});
}
text(vErrors, instancePath, "id", data.id);
text(vErrors, instancePath, "status", data.status);
if(data.business !== undefined){
let data2 = data.business;
if(data2 !== null){
if(typeof data2 !== "boolean"){
fail(vErrors, instancePath+"/business", "type", {type: "boolean"});
}
}
}
optional(vErrors, instancePath, "given_name", data.given_name);
optional(vErrors, instancePath, "middle_name", data.middle_name);
optional(vErrors, instancePath, "family_name", data.family_name);
optional(vErrors, instancePath, "name", data.name);
optional(vErrors, instancePath, "email", data.email);
optional(vErrors, instancePath, "mobile", data.mobile);
optional(vErrors, instancePath, "street", data.street);
optional(vErrors, instancePath, "street_2", data.street_2);
optional(vErrors, instancePath, "city", data.city);
optional(vErrors, instancePath, "region", data.region);
optional(vErrors, instancePath, "country", data.country);
optional(vErrors, instancePath, "born_on", data.born_on);
optional(vErrors, instancePath, "founded_on", data.founded_on);
optional(vErrors, instancePath, "gender", data.gender);
optional(vErrors, instancePath, "occupation", data.occupation);
optional(vErrors, instancePath, "username", data.username);
optional(vErrors, instancePath, "scope", data.scope);
optional(vErrors, instancePath, "type", data.type);
optional(vErrors, instancePath, "website", data.website);
optional(vErrors, instancePath, "monthly_payments", data.monthly_payments);
if(data.employer !== undefined){
let data23 = data.employer;
if(data23 !== null){
if(!(validate16(data23, instancePath+"/employer"))){
merge(vErrors, validate16.errors);
}
}
}
if(data.numbers !== undefined){
let data24 = data.numbers;
if(data24 !== null){
if(Array.isArray(data24)){
const len0 = data24.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate18(data24[i0], instancePath+"/numbers/" + i0))){
merge(vErrors, validate18.errors);
}
}
}
else {
fail(vErrors, instancePath+"/numbers", "type", {type: "array"});
}
}
}
if(data.scans !== undefined){
let data26 = data.scans;
if(data26 !== null){
if(Array.isArray(data26)){
const len1 = data26.length;
for(let i1=0, most=vErrors.length+200; i1<len1 && vErrors.length<most; i1++){
if(!(validate20(data26[i1], instancePath+"/scans/" + i1))){
merge(vErrors, validate20.errors);
}
}
}
else {
fail(vErrors, instancePath+"/scans", "type", {type: "array"});
}
}
}
optional(vErrors, instancePath, "created_at", data.created_at);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate15.errors = vErrors;
return vErrors.length === 0;
}


function validate23(data, instancePath = ""){
const vErrors = [];
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
fail(vErrors, instancePath, "type", {type: constant4});
}
validate23.errors = vErrors;
return vErrors.length === 0;
}


function validate25(data, instancePath = ""){
const vErrors = [];
if(typeof data === "string"){
if(func1(data) < 1){
fail(vErrors, instancePath, "minLength", {limit: 1});
}
}
else {
fail(vErrors, instancePath, "type", {type: "string"});
}
validate25.errors = vErrors;
return vErrors.length === 0;
}

const pattern2 = /* @__PURE__ */ func2("^\\+[1-9][0-9]{1,14}$", "u");

function validate27(data, instancePath = ""){
const vErrors = [];
if(typeof data === "string"){
if(func1(data) > 16){
fail(vErrors, instancePath, "maxLength", {limit: 16});
}
if(!pattern2.test(data)){
fail(vErrors, instancePath, "pattern", {pattern: "^\\+[1-9][0-9]{1,14}$"});
}
}
else {
fail(vErrors, instancePath, "type", {type: "string"});
}
validate27.errors = vErrors;
return vErrors.length === 0;
}


function validate29(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.line_1 === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "line_1"});
}
if(data.city === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "city"});
}
if(data.state === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "state"});
}
if(data.zip === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "zip"});
}
if(data.country === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "country"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((((((key0 === "line_1") || (key0 === "line_2")) || (key0 === "city")) || (key0 === "state")) || (key0 === "zip")) || (key0 === "country"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "line_1", data.line_1);
if(data.line_2 !== undefined){
let data1 = data.line_2;
if((typeof data1 !== "string") && (data1 !== null)){
fail(vErrors, instancePath+"/line_2", "type", {type: constant5});
}
}
text(vErrors, instancePath, "city", data.city);
if(data.state !== undefined){
let data3 = data.state;
if(typeof data3 === "string"){
if(func1(data3) > 2){
fail(vErrors, instancePath+"/state", "maxLength", {limit: 2});
}
}
else {
fail(vErrors, instancePath+"/state", "type", {type: "string"});
}
}
text(vErrors, instancePath, "zip", data.zip);
if(data.country !== undefined){
let data5 = data.country;
if(typeof data5 !== "string"){
fail(vErrors, instancePath+"/country", "type", {type: "string"});
}
if("UNITED STATES" !== data5){
fail(vErrors, instancePath+"/country", "const", {allowedValue: "UNITED STATES"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate29.errors = vErrors;
return vErrors.length === 0;
}

const pattern3 = /* @__PURE__ */ func2("^sealed:[0-9]{9}$", "u");

function validate32(data, instancePath = ""){
const vErrors = [];
if(typeof data === "string"){
if(func1(data) > 16){
fail(vErrors, instancePath, "maxLength", {limit: 16});
}
if(!pattern3.test(data)){
fail(vErrors, instancePath, "pattern", {pattern: "^sealed:[0-9]{9}$"});
}
}
else {
fail(vErrors, instancePath, "type", {type: "string"});
}
validate32.errors = vErrors;
return vErrors.length === 0;
}


function validate34(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "name"});
}
if(data.value === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "value"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!((key0 === "name") || (key0 === "value"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "name", data.name);
text(vErrors, instancePath, "value", data.value);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate34.errors = vErrors;
return vErrors.length === 0;
}


function validate22(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "kind"});
}
if(data.reference === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "reference"});
}
if(data.name === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "name"});
}
if(data.phone === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "phone"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(func0.call(constant6, key0))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
if(data.kind !== undefined){
if("consumer" !== data.kind){
fail(vErrors, instancePath+"/kind", "const", {allowedValue: "consumer"});
}
}
if(data.reference !== undefined){
if(!(validate23(data.reference, instancePath+"/reference"))){
merge(vErrors, validate23.errors);
}
}
if(data.name !== undefined){
if(!(validate25(data.name, instancePath+"/name"))){
merge(vErrors, validate25.errors);
}
}
if(data.email !== undefined){
let data3 = data.email;
if(typeof data3 === "string"){
if(!(formats0.test(data3))){
fail(vErrors, instancePath+"/email", "format", {format: "email"});
}
}
else {
fail(vErrors, instancePath+"/email", "type", {type: "string"});
}
}
if(data.phone !== undefined){
if(!(validate27(data.phone, instancePath+"/phone"))){
merge(vErrors, validate27.errors);
}
}
if(data.born_on !== undefined){
let data5 = data.born_on;
if(typeof data5 === "string"){
if(!(formats2.test(data5))){
fail(vErrors, instancePath+"/born_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/born_on", "type", {type: "string"});
}
}
if(data.address !== undefined){
if(!(validate29(data.address, instancePath+"/address"))){
merge(vErrors, validate29.errors);
}
}
if(data.employer !== undefined){
if(!(validate4(data.employer, instancePath+"/employer"))){
merge(vErrors, validate4.errors);
}
}
if(data.ssn !== undefined){
if(!(validate32(data.ssn, instancePath+"/ssn"))){
merge(vErrors, validate32.errors);
}
}
if(data.terms_accepted !== undefined){
if(typeof data.terms_accepted !== "boolean"){
fail(vErrors, instancePath+"/terms_accepted", "type", {type: "boolean"});
}
}
if(data.tags !== undefined){
let data10 = data.tags;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate34(data10[i0], instancePath+"/tags/" + i0))){
merge(vErrors, validate34.errors);
}
}
}
else {
fail(vErrors, instancePath+"/tags", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate22.errors = vErrors;
return vErrors.length === 0;
}


function validate38(data, instancePath = ""){
const vErrors = [];
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
fail(vErrors, instancePath, "type", {type: constant4});
}
validate38.errors = vErrors;
return vErrors.length === 0;
}


function validate40(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.line_1 === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "line_1"});
}
if(data.city === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "city"});
}
if(data.state === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "state"});
}
if(data.zip === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "zip"});
}
if(data.country === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "country"});
}
text(vErrors, instancePath, "line_1", data.line_1);
optional(vErrors, instancePath, "line_2", data.line_2);
text(vErrors, instancePath, "city", data.city);
text(vErrors, instancePath, "state", data.state);
text(vErrors, instancePath, "zip", data.zip);
if(data.country !== undefined){
let data5 = data.country;
if(typeof data5 !== "string"){
fail(vErrors, instancePath+"/country", "type", {type: "string"});
}
if("UNITED STATES" !== data5){
fail(vErrors, instancePath+"/country", "const", {allowedValue: "UNITED STATES"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate40.errors = vErrors;
return vErrors.length === 0;
}


function validate37(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "id"});
}
text(vErrors, instancePath, "id", data.id);
optional(vErrors, instancePath, "kind", data.kind);
if(data.reference !== undefined){
let data2 = data.reference;
if(data2 !== null){
if(!(validate38(data2, instancePath+"/reference"))){
merge(vErrors, validate38.errors);
}
}
}
optional(vErrors, instancePath, "name", data.name);
optional(vErrors, instancePath, "email", data.email);
optional(vErrors, instancePath, "username", data.username);
optional(vErrors, instancePath, "phone", data.phone);
optional(vErrors, instancePath, "born_on", data.born_on);
if(data.address !== undefined){
let data8 = data.address;
if(data8 !== null){
if(!(validate40(data8, instancePath+"/address"))){
merge(vErrors, validate40.errors);
}
}
}
if(data.employer !== undefined){
let data9 = data.employer;
if(data9 !== null){
if(!(validate16(data9, instancePath+"/employer"))){
merge(vErrors, validate16.errors);
}
}
}
optional(vErrors, instancePath, "ssn_last_4", data.ssn_last_4);
if(data.active !== undefined){
let data11 = data.active;
if(data11 !== null){
if(typeof data11 !== "boolean"){
fail(vErrors, instancePath+"/active", "type", {type: "boolean"});
}
}
}
optional(vErrors, instancePath, "payout_account", data.payout_account);
optional(vErrors, instancePath, "created_at", data.created_at);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate37.errors = vErrors;
return vErrors.length === 0;
}


function validate36(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "items"});
}
if(data.items !== undefined){
let data0 = data.items;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(!(validate37(data0[i0], instancePath+"/items/" + i0))){
merge(vErrors, validate37.errors);
}
}
}
else {
fail(vErrors, instancePath+"/items", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate36.errors = vErrors;
return vErrors.length === 0;
}


function validate44(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.user_id === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "user_id"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(func0.call(constant7, key0))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "user_id", data.user_id);
text(vErrors, instancePath, "api_key", data.api_key);
if(data.reference !== undefined){
if(!(validate23(data.reference, instancePath+"/reference"))){
merge(vErrors, validate23.errors);
}
}
if(data.name !== undefined){
if(!(validate25(data.name, instancePath+"/name"))){
merge(vErrors, validate25.errors);
}
}
if(data.email !== undefined){
let data4 = data.email;
if((typeof data4 !== "string") && (data4 !== null)){
fail(vErrors, instancePath+"/email", "type", {type: constant5});
}
if(typeof data4 === "string"){
if(!(formats0.test(data4))){
fail(vErrors, instancePath+"/email", "format", {format: "email"});
}
}
}
if(data.username !== undefined){
let data5 = data.username;
if((typeof data5 !== "string") && (data5 !== null)){
fail(vErrors, instancePath+"/username", "type", {type: constant5});
}
}
if(data.phone !== undefined){
if(!(validate27(data.phone, instancePath+"/phone"))){
merge(vErrors, validate27.errors);
}
}
if(data.born_on !== undefined){
let data7 = data.born_on;
if(typeof data7 === "string"){
if(!(formats2.test(data7))){
fail(vErrors, instancePath+"/born_on", "format", {format: "date"});
}
}
else {
fail(vErrors, instancePath+"/born_on", "type", {type: "string"});
}
}
if(data.address !== undefined){
if(!(validate29(data.address, instancePath+"/address"))){
merge(vErrors, validate29.errors);
}
}
if(data.ssn !== undefined){
if(!(validate32(data.ssn, instancePath+"/ssn"))){
merge(vErrors, validate32.errors);
}
}
if(data.active !== undefined){
if(typeof data.active !== "boolean"){
fail(vErrors, instancePath+"/active", "type", {type: "boolean"});
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate44.errors = vErrors;
return vErrors.length === 0;
}


function validate50(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "id"});
}
text(vErrors, instancePath, "id", data.id);
optional(vErrors, instancePath, "kind", data.kind);
if(data.reference !== undefined){
let data2 = data.reference;
if(data2 !== null){
if(!(validate38(data2, instancePath+"/reference"))){
merge(vErrors, validate38.errors);
}
}
}
optional(vErrors, instancePath, "name", data.name);
optional(vErrors, instancePath, "email", data.email);
optional(vErrors, instancePath, "username", data.username);
optional(vErrors, instancePath, "phone", data.phone);
optional(vErrors, instancePath, "born_on", data.born_on);
if(data.address !== undefined){
let data8 = data.address;
if(data8 !== null){
if(!(validate40(data8, instancePath+"/address"))){
merge(vErrors, validate40.errors);
}
}
}
if(data.employer !== undefined){
let data9 = data.employer;
if(data9 !== null){
if(!(validate16(data9, instancePath+"/employer"))){
merge(vErrors, validate16.errors);
}
}
}
optional(vErrors, instancePath, "ssn_last_4", data.ssn_last_4);
if(data.active !== undefined){
let data11 = data.active;
if(data11 !== null){
if(typeof data11 !== "boolean"){
fail(vErrors, instancePath+"/active", "type", {type: "boolean"});
}
}
}
optional(vErrors, instancePath, "payout_account", data.payout_account);
optional(vErrors, instancePath, "created_at", data.created_at);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate50.errors = vErrors;
return vErrors.length === 0;
}


function validate54(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reference === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "reference"});
}
if(data.name === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "name"});
}
if(data.phone === undefined){
fail(vErrors, instancePath, "required", {missingProperty: "phone"});
}
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(((((((key0 === "reference") || (key0 === "name")) || (key0 === "email")) || (key0 === "username")) || (key0 === "phone")) || (key0 === "active")) || (key0 === "payout_account"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
if(data.reference !== undefined){
if(!(validate23(data.reference, instancePath+"/reference"))){
merge(vErrors, validate23.errors);
}
}
if(data.name !== undefined){
if(!(validate25(data.name, instancePath+"/name"))){
merge(vErrors, validate25.errors);
}
}
if(data.email !== undefined){
let data2 = data.email;
if((typeof data2 !== "string") && (data2 !== null)){
fail(vErrors, instancePath+"/email", "type", {type: constant5});
}
if(typeof data2 === "string"){
if(!(formats0.test(data2))){
fail(vErrors, instancePath+"/email", "format", {format: "email"});
}
}
}
if(data.username !== undefined){
let data3 = data.username;
if((typeof data3 !== "string") && (data3 !== null)){
fail(vErrors, instancePath+"/username", "type", {type: constant5});
}
}
text(vErrors, instancePath, "phone", data.phone);
if(data.active !== undefined){
if(typeof data.active !== "boolean"){
fail(vErrors, instancePath+"/active", "type", {type: "boolean"});
}
}
text(vErrors, instancePath, "payout_account", data.payout_account);
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate54.errors = vErrors;
return vErrors.length === 0;
}

export const validatePersonUpdate = validate1;
export const validateBusinessUpdate = validate10;
export const validateMemberCreate = validate22;
export const validateMemberUpdate = validate44;
export const validateMemberReplacement = validate54;

export const updateUser = {
  request: [validate1, validate10],
  response: [validate15],
  error: [],
};

export const startCheck = {
  response: [],
  error: [],
};

export const createMember = {
  request: [validate22],
  response: [validate36],
  error: [],
};

export const updateMember = {
  request: [validate44],
  response: [validate50],
  error: [],
};

export const replaceMember = {
  request: [validate54],
  response: [validate50],
  error: [],
};
