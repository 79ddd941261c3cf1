/** Plaid's published types as schemas: what an answer, a request or a webhook must be, to the field. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { type Declaration, type Property, readDeclarations } from './declarations';
import { formatOf } from './formats';
import { type Schema, schemaOfType } from './type-expression';

const TYPES = textOf('api.d.ts');
const DECLARATIONS = readDeclarations(TYPES);
const TYPED_CALL =
  /^ {4}(\w+)\(\w+\??: (\w+)(?:, \w+\??: [^,]+)?, options\?: any\): Promise<import\("axios"\)\.AxiosResponse<(\w+),/gm;
const CODED_CALL = /^ {8}(\w+): \(|localVarPath = `([^`]+)`/gm;

const ajv = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
});
addFormats.default(ajv);
ajv.addSchema({
  $id: 'plaid',
  // A call without a request of its own takes any object.
  $defs: { object: { type: 'object' }, ...Object.fromEntries([...DECLARATIONS].map(named)) },
});

const CALLS = new Map(
  [...TYPES.matchAll(TYPED_CALL)].map(([, name = '', request = '', answer = '']) => [
    name,
    { request, answer },
  ]),
);
const NAME_OF_PATH = namesOfPaths();

/** The names of the request's and the answer's type; `any` stands for an answer that is a file. */
export function typesOfPath(path: string): { readonly request: string; readonly answer: string } {
  const types = CALLS.get(NAME_OF_PATH.get(path) ?? '');
  if (!types) throw new Error(`The client has no call for ${path}`);
  return types;
}

/** The types do not tell the path of a call; the client's code does. */
function namesOfPaths(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let last = '';
  for (const [, name, path] of textOf('api.js').matchAll(CODED_CALL)) {
    if (name !== undefined) last = name;
    else if (path !== undefined) names.set(path, last);
  }
  return names;
}

function textOf(file: string): string {
  return readFileSync(new URL(`../../../node_modules/plaid/dist/${file}`, import.meta.url), 'utf8');
}

/** What is wrong with a value of a published type, one line each; none when it conforms. */
export function faultsOf(type: string, value: unknown): string[] {
  const validate = ajv.getSchema(`plaid#/$defs/${type}`);
  if (!validate) throw new Error(`No published type is called ${type}`);
  return validate(value) ? [] : (validate.errors ?? []).map((error) => lineOf(error, value));
}

export function valuesOfEnum(name: string): readonly (string | number)[] {
  const declaration = declared(name);
  if (declaration.kind !== 'enum') throw new Error(`${name} is no enum`);
  return declaration.values;
}

/** Every published webhook: the comments of its type name the type and code it is sent with. */
export function webhookTypes(): { readonly name: string; readonly type: string; readonly code: string }[] {
  return [...DECLARATIONS].flatMap(([name, declaration]) => {
    if (!/^(?!Processor)\w+Webhook$/.test(name) || declaration.kind !== 'interface') return [];
    const [type, code] = ['webhook_type', 'webhook_code'].map((field) =>
      wordOf(declaration.properties, field),
    );
    return type === undefined || code === undefined ? [] : [{ name, type, code }];
  });
}

function wordOf(properties: readonly Property[], field: string): string | undefined {
  const text = properties.find(({ name }) => name === field)?.text ?? '';
  return /`(?:\\")?([A-Z_]+)(?:\\")?`/.exec(text)?.[1];
}

function named([name, declaration]: readonly [string, Declaration]): readonly [string, Schema] {
  return [name, schemaOf(declaration)];
}

function schemaOf(declaration: Declaration): Schema {
  if (declaration.kind === 'enum') return { enum: declaration.values };
  if (declaration.kind === 'alias') return schemaOfType(declaration.type, reference);
  const properties = allProperties(declaration);
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map((property) => [property.name, schemaOfProperty(property)])),
    required: properties.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
    additionalProperties: false,
  };
}

function allProperties(declaration: Declaration): readonly Property[] {
  if (declaration.kind !== 'interface') throw new Error('Only an interface can be extended');
  const inherited = declaration.bases.flatMap((name) => allProperties(declared(name)));
  return [...inherited, ...declaration.properties];
}

/** The format goes with the texts of a property: its own, those of a list, and beside null. */
function schemaOfProperty(property: Property): Schema {
  const schema = schemaOfType(property.type, reference);
  return /^(string|Array<string>)( \| null)?$/.test(property.type)
    ? formatted(schema, formatOf(property))
    : schema;
}

function formatted(schema: Schema, format: Schema): Schema {
  const { anyOf, items, type } = schema;
  if (type === 'string') return { ...schema, ...format };
  if (isSchema(items)) return { ...schema, items: formatted(items, format) };
  if (Array.isArray(anyOf))
    return { anyOf: anyOf.map((part) => (isSchema(part) ? formatted(part, format) : part)) };
  return schema;
}

function reference(name: string): Schema {
  declared(name);
  return { $ref: `plaid#/$defs/${name}` };
}

function declared(name: string): Declaration {
  const declaration = DECLARATIONS.get(name);
  if (!declaration) throw new Error(`A type that is not declared: ${name}`);
  return declaration;
}

function lineOf({ instancePath, message, params }: ErrorObject, value: unknown): string {
  const steps = instancePath.split('/').slice(1);
  const found = steps.reduce<unknown>((part, step) => (isSchema(part) ? part[step] : undefined), value);
  return `${instancePath || '/'} ${message} ${JSON.stringify(params)}, and is ${JSON.stringify(found)?.slice(0, 80)}`;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
