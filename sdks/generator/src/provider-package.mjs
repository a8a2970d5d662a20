// One provider package as the emitters see it: its resources, functions, nested types and enums.

import { declarationsOf, enumMembersOf, isDeprecated, membersOf, parse } from './declarations.mjs';
import { functionToken, resourceFacts } from './compiled.mjs';

export class ProviderPackage {
  #archive;
  #declarations = new Map();

  constructor(settings, archive, decisions) {
    this.npm = settings.npm;
    this.version = settings.version;
    this.isBridge = settings.conventions === 'bridge';
    this.pluginName = settings.npm.split('/')[1];
    this.namespace = settings.project;
    this.shortName = settings.project.split('.')[1];
    this.#archive = archive;
    this.decisions = decisions;
  }

  /** `ec2.Vpc` is a resource, `ec2.getAmi` a function, `Provider` the provider. */
  resource(binding) {
    const { module, name, file } = locate(binding);
    const found = this.#declared(`${file}.d.ts`);
    const facts = resourceFacts(this.#archive.read(`${file}.js`));
    const isProvider = name === 'Provider';
    const members = suffix => {
      const declaration = found.get(`${name}${suffix}`);
      return declaration && this.#members(declaration, facts.token);
    };
    return {
      ...facts,
      token: isProvider ? `pulumi:providers:${facts.token}` : facts.token,
      module,
      name,
      isProvider,
      isDeprecated: isDeprecated(found.get(name)),
      outputs: members(''),
      inputs: members('Args') ?? [],
    };
  }

  function(binding) {
    const { module, name, file } = locate(binding);
    const found = this.#declared(`${file}.d.ts`);
    const token = functionToken(this.#archive.read(`${file}.js`));
    const className = upperFirst(name);
    const members = suffix => {
      const declaration = found.get(`${className}${suffix}`);
      return declaration ? this.#members(declaration, token) : [];
    };
    return {
      token,
      module,
      name: className,
      isDeprecated: isDeprecated(found.get(name)),
      inputs: members('Args'),
      outputInputs: members('OutputArgs'),
      result: members('Result'),
    };
  }

  /** The members of the nested type `ec2.InstanceRootBlockDevice` on the side `inputs` or `outputs`. */
  nestedMembers(side, path) {
    const declaration = this.#declared(`types/${side.slice(0, -1)}.d.ts`).get(path);
    if (!declaration) throw new Error(`${this.npm} declares no type ${side}.${path}.`);
    return this.#members(declaration, `${this.pluginName}:${path}`);
  }

  enumMembers(path) {
    const { module, name } = split(path);
    const declaration = this.#declared(`types/enums/${module ? `${module}/` : ''}index.d.ts`).get(name);
    if (!declaration) throw new Error(`${this.npm} declares no enum ${path}.`);
    return enumMembersOf(declaration);
  }

  namespaceOf(module) {
    if (!module) return this.namespace;
    return `${this.namespace}.${this.decisions.namespaces[module] ?? upperFirst(module)}`;
  }

  #declared(file) {
    if (!this.#declarations.has(file)) {
      this.#declarations.set(file, declarationsOf(parse(this.#archive.read(file))));
    }
    return this.#declarations.get(file);
  }

  #members(declaration, owner) {
    return membersOf(declaration).map(member => ({
      ...member,
      type: this.#decided(member.type, `${owner.replace(/Args$/, '')}.${member.name}`),
      rename: this.decisions.propertyNames[`${owner}.${member.name}`],
    }));
  }

  // The declarations know one kind of number; C# tells whole numbers from others.
  #decided(type, path) {
    if (type.kind === 'number') return { kind: this.#isDouble(path) ? 'double' : 'int' };
    if (Array.isArray(type.of)) return { ...type, of: type.of.map(part => this.#decided(part, path)) };
    return type.of ? { ...type, of: this.#decided(type.of, path) } : type;
  }

  #isDouble(path) {
    return this.decisions.doubles.some(entry =>
      entry.startsWith('*') ? path.endsWith(entry.slice(1)) : path === entry);
  }
}

export function isFunction(binding) {
  return /^[a-z]/.test(split(binding).name);
}

export function split(path) {
  const parts = path.split('.');
  return { name: parts.pop(), module: parts.join('.') };
}

export function upperFirst(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function locate(binding) {
  const { module, name } = split(binding);
  const file = `${module ? `${module}/` : ''}${name[0].toLowerCase()}${name.slice(1)}`;
  return { module, name, file };
}
