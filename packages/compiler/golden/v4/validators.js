// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

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
text(vErrors, instancePath, "status", data.status);
optional(vErrors, instancePath, "email", data.email);
if(data.individual !== undefined){
let data3 = data.individual;
if(data3 !== null){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.title !== undefined){
let data4 = data3.title;
if(data4 !== null){
if(typeof data4 !== "string"){
fail(vErrors, instancePath+"/individual/title", "type", {type: "string"});
}
}
}
if(data3.name !== undefined){
let data5 = data3.name;
if(data5 !== null){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.first_name !== undefined){
let data6 = data5.first_name;
if(data6 !== null){
if(typeof data6 !== "string"){
fail(vErrors, instancePath+"/individual/name/first_name", "type", {type: "string"});
}
}
}
if(data5.last_name !== undefined){
let data7 = data5.last_name;
if(data7 !== null){
if(typeof data7 !== "string"){
fail(vErrors, instancePath+"/individual/name/last_name", "type", {type: "string"});
}
}
}
}
else {
fail(vErrors, instancePath+"/individual/name", "type", {type: "object"});
}
}
}
if(data3.tax !== undefined){
let data8 = data3.tax;
if(data8 !== null){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.office !== undefined){
let data9 = data8.office;
if(data9 !== null){
if(typeof data9 !== "string"){
fail(vErrors, instancePath+"/individual/tax/office", "type", {type: "string"});
}
}
}
}
else {
fail(vErrors, instancePath+"/individual/tax", "type", {type: "object"});
}
}
}
}
else {
fail(vErrors, instancePath+"/individual", "type", {type: "object"});
}
}
}
if(data.address !== undefined){
let data10 = data.address;
if(data10 !== null){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.line1 !== undefined){
let data11 = data10.line1;
if(data11 !== null){
if(typeof data11 !== "string"){
fail(vErrors, instancePath+"/address/line1", "type", {type: "string"});
}
}
}
if(data10.line2 !== undefined){
let data12 = data10.line2;
if(data12 !== null){
if(typeof data12 !== "string"){
fail(vErrors, instancePath+"/address/line2", "type", {type: "string"});
}
}
}
if(data10.city !== undefined){
let data13 = data10.city;
if(data13 !== null){
if(typeof data13 !== "string"){
fail(vErrors, instancePath+"/address/city", "type", {type: "string"});
}
}
}
if(data10.state !== undefined){
let data14 = data10.state;
if(data14 !== null){
if(typeof data14 !== "string"){
fail(vErrors, instancePath+"/address/state", "type", {type: "string"});
}
}
}
if(data10.country !== undefined){
let data15 = data10.country;
if(data15 !== null){
if(typeof data15 !== "string"){
fail(vErrors, instancePath+"/address/country", "type", {type: "string"});
}
}
}
}
else {
fail(vErrors, instancePath+"/address", "type", {type: "object"});
}
}
}
if(data.preferences !== undefined){
let data16 = data.preferences;
if(data16 !== null){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.language !== undefined){
let data17 = data16.language;
if(data17 !== null){
if(typeof data17 !== "string"){
fail(vErrors, instancePath+"/preferences/language", "type", {type: "string"});
}
}
}
if(data16.currency !== undefined){
let data18 = data16.currency;
if(data18 !== null){
if(typeof data18 !== "string"){
fail(vErrors, instancePath+"/preferences/currency", "type", {type: "string"});
}
}
}
if(data16.tags !== undefined){
let data19 = data16.tags;
if(data19 !== null){
if(Array.isArray(data19)){
const len0 = data19.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(typeof data19[i0] !== "string"){
fail(vErrors, instancePath+"/preferences/tags/" + i0, "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/preferences/tags", "type", {type: "array"});
}
}
}
}
else {
fail(vErrors, instancePath+"/preferences", "type", {type: "object"});
}
}
}
if(data.settings !== undefined){
let data21 = data.settings;
if(data21 !== null){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.channel !== undefined){
let data22 = data21.channel;
if(data22 !== null){
if(typeof data22 !== "string"){
fail(vErrors, instancePath+"/settings/channel", "type", {type: "string"});
}
}
}
if(data21.region !== undefined){
let data23 = data21.region;
if(data23 !== null){
if(typeof data23 !== "string"){
fail(vErrors, instancePath+"/settings/region", "type", {type: "string"});
}
}
}
}
else {
fail(vErrors, instancePath+"/settings", "type", {type: "object"});
}
}
}
}
else {
fail(vErrors, instancePath, "type", {type: "object"});
}
validate1.errors = vErrors;
return vErrors.length === 0;
}


function validate3(data, instancePath = ""){
const vErrors = [];
if(data && typeof data == "object" && !Array.isArray(data)){
var key0most = vErrors.length+200;
for(const key0 in data){
if(vErrors.length>=key0most) break;
if(!(((((key0 === "email") || (key0 === "individual")) || (key0 === "address")) || (key0 === "preferences")) || (key0 === "settings"))){
fail(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
}
}
text(vErrors, instancePath, "email", data.email);
if(data.individual !== undefined){
let data1 = data.individual;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
var key1most = vErrors.length+200;
for(const key1 in data1){
if(vErrors.length>=key1most) break;
if(!(((key1 === "title") || (key1 === "name")) || (key1 === "tax"))){
fail(vErrors, instancePath+"/individual", "additionalProperties", {additionalProperty: key1});
}
}
if(data1.title !== undefined){
if(typeof data1.title !== "string"){
fail(vErrors, instancePath+"/individual/title", "type", {type: "string"});
}
}
if(data1.name !== undefined){
let data3 = data1.name;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
var key2most = vErrors.length+200;
for(const key2 in data3){
if(vErrors.length>=key2most) break;
if(!((key2 === "first_name") || (key2 === "last_name"))){
fail(vErrors, instancePath+"/individual/name", "additionalProperties", {additionalProperty: key2});
}
}
if(data3.first_name !== undefined){
if(typeof data3.first_name !== "string"){
fail(vErrors, instancePath+"/individual/name/first_name", "type", {type: "string"});
}
}
if(data3.last_name !== undefined){
if(typeof data3.last_name !== "string"){
fail(vErrors, instancePath+"/individual/name/last_name", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/individual/name", "type", {type: "object"});
}
}
if(data1.tax !== undefined){
let data6 = data1.tax;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
var key3most = vErrors.length+200;
for(const key3 in data6){
if(vErrors.length>=key3most) break;
if(!((key3 === "number") || (key3 === "office"))){
fail(vErrors, instancePath+"/individual/tax", "additionalProperties", {additionalProperty: key3});
}
}
if(data6.number !== undefined){
if(typeof data6.number !== "string"){
fail(vErrors, instancePath+"/individual/tax/number", "type", {type: "string"});
}
}
if(data6.office !== undefined){
if(typeof data6.office !== "string"){
fail(vErrors, instancePath+"/individual/tax/office", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/individual/tax", "type", {type: "object"});
}
}
}
else {
fail(vErrors, instancePath+"/individual", "type", {type: "object"});
}
}
if(data.address !== undefined){
let data9 = data.address;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
var key4most = vErrors.length+200;
for(const key4 in data9){
if(vErrors.length>=key4most) break;
if(!(((((key4 === "line1") || (key4 === "line2")) || (key4 === "city")) || (key4 === "state")) || (key4 === "country"))){
fail(vErrors, instancePath+"/address", "additionalProperties", {additionalProperty: key4});
}
}
if(data9.line1 !== undefined){
if(typeof data9.line1 !== "string"){
fail(vErrors, instancePath+"/address/line1", "type", {type: "string"});
}
}
if(data9.line2 !== undefined){
if(typeof data9.line2 !== "string"){
fail(vErrors, instancePath+"/address/line2", "type", {type: "string"});
}
}
if(data9.city !== undefined){
if(typeof data9.city !== "string"){
fail(vErrors, instancePath+"/address/city", "type", {type: "string"});
}
}
if(data9.state !== undefined){
if(typeof data9.state !== "string"){
fail(vErrors, instancePath+"/address/state", "type", {type: "string"});
}
}
if(data9.country !== undefined){
if(typeof data9.country !== "string"){
fail(vErrors, instancePath+"/address/country", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/address", "type", {type: "object"});
}
}
if(data.preferences !== undefined){
let data15 = data.preferences;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
var key5most = vErrors.length+200;
for(const key5 in data15){
if(vErrors.length>=key5most) break;
if(!(((key5 === "language") || (key5 === "currency")) || (key5 === "tags"))){
fail(vErrors, instancePath+"/preferences", "additionalProperties", {additionalProperty: key5});
}
}
if(data15.language !== undefined){
if(typeof data15.language !== "string"){
fail(vErrors, instancePath+"/preferences/language", "type", {type: "string"});
}
}
if(data15.currency !== undefined){
if(typeof data15.currency !== "string"){
fail(vErrors, instancePath+"/preferences/currency", "type", {type: "string"});
}
}
if(data15.tags !== undefined){
let data18 = data15.tags;
if(Array.isArray(data18)){
const len0 = data18.length;
for(let i0=0, most=vErrors.length+200; i0<len0 && vErrors.length<most; i0++){
if(typeof data18[i0] !== "string"){
fail(vErrors, instancePath+"/preferences/tags/" + i0, "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/preferences/tags", "type", {type: "array"});
}
}
}
else {
fail(vErrors, instancePath+"/preferences", "type", {type: "object"});
}
}
if(data.settings !== undefined){
let data20 = data.settings;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
var key6most = vErrors.length+200;
for(const key6 in data20){
if(vErrors.length>=key6most) break;
if(!((key6 === "channel") || (key6 === "region"))){
fail(vErrors, instancePath+"/settings", "additionalProperties", {additionalProperty: key6});
}
}
if(data20.channel !== undefined){
if(typeof data20.channel !== "string"){
fail(vErrors, instancePath+"/settings/channel", "type", {type: "string"});
}
}
if(data20.region !== undefined){
if(typeof data20.region !== "string"){
fail(vErrors, instancePath+"/settings/region", "type", {type: "string"});
}
}
}
else {
fail(vErrors, instancePath+"/settings", "type", {type: "object"});
}
}
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
validate4.errors = vErrors;
return vErrors.length === 0;
}

export const validatePersonUpdate = validate3;

export const getPerson = {
  response: [validate1],
  error: [],
};

export const updatePerson = {
  request: [validate3],
  response: [validate1],
  error: [validate4],
};
