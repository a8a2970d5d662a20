// Spells a type in C#, and notes which nested types and enums that spelling needs.

import { split, upperFirst } from './provider-package.mjs';

// How a nested type is used decides its name and its shape.
export const variants = {
  args: { isInput: true, wraps: true },
  invoke: { isInput: true, wraps: true },
  plain: { isInput: true, wraps: false },
  output: { isInput: false, wraps: false },
};

const keywords = new Set((
  'abstract as base bool break byte case catch char checked class const continue decimal default delegate do ' +
  'double else enum event explicit extern false finally fixed float for foreach goto if implicit in int ' +
  'interface internal is lock long namespace new null object operator out override params private protected ' +
  'public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw ' +
  'true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while').split(' '));

export class TypeSpelling {
  #package;
  #read;
  #need;

  constructor(providerPackage, read, need) {
    this.#package = providerPackage;
    this.#read = new Set(read);
    this.#need = need;
  }

  /** Whether a program reads outputs of this type: all but nested types that nobody has listed. */
  isRead(type) {
    if (Array.isArray(type.of)) return type.of.every(part => this.isRead(part));
    if (type.of) return this.isRead(type.of);
    return type.kind !== 'ref' || this.#read.has(type.path);
  }

  /** An input property's type, as `Input<string>` or, for a plain variant, `string`. */
  input(type, variant) {
    if (!variants[variant].wraps) return this.#plainInput(type, variant);
    switch (type.kind) {
      case 'array': return `InputList<${this.value(type.of, variant)}>`;
      case 'map': return `InputMap<${this.value(type.of, variant)}>`;
      case 'union': return this.value(type, variant).replace(/^Union</, 'InputUnion<');
      default: return `Input<${this.value(type, variant)}>`;
    }
  }

  /** The type of a value inside an input or an output. */
  value(type, variant) {
    switch (type.kind) {
      case 'array': return `ImmutableArray<${this.value(type.of, variant)}>`;
      case 'map': return `ImmutableDictionary<string, ${this.value(type.of, variant)}>`;
      case 'enum': return this.#enum(type.path);
      case 'ref': return this.#nested(type.path, variant);
      case 'union': return this.#union(type.of, variant);
      case 'asset': return 'AssetOrArchive';
      case 'archive': return 'Archive';
      default: return type.kind;
    }
  }

  nestedName(path, variant) {
    const { name } = split(path);
    const isBridge = this.#package.isBridge;
    const hasSuffix = isBridge ? variant === 'invoke' : variant !== 'plain' && variants[variant].isInput;
    const base = hasSuffix ? name.replace(/Args$/, '') : name;
    switch (variant) {
      case 'args': return `${base}Args`;
      case 'invoke': return isBridge ? `${base}InputArgs` : `${base}Args`;
      case 'plain': return isBridge ? `${base}Args` : base;
      default: return isBridge && /^Get[A-Z]/.test(base) ? `${base}Result` : base;
    }
  }

  #plainInput(type, variant) {
    switch (type.kind) {
      case 'array': return `List<${this.value(type.of, variant)}>`;
      case 'map': return `Dictionary<string, ${this.value(type.of, variant)}>`;
      default: return this.value(type, variant);
    }
  }

  #union(parts, variant) {
    const isRelaxedEnum = parts.some(part => part.kind === 'enum') && !variants[variant].isInput;
    if (isRelaxedEnum) return parts.find(part => part.kind !== 'enum').kind;
    // Spelled even where the union is an object: its parts are what a program assigns to it.
    const spelled = parts.map(part => this.value(part, variant));
    return spelled.length === 2 ? `Union<${spelled.join(', ')}>` : 'object';
  }

  #enum(path) {
    this.#need({ kind: 'enum', path });
    const { module, name } = split(path);
    return `global::${this.#package.namespaceOf(module)}.${name}`;
  }

  #nested(path, variant) {
    this.#need({ kind: 'nested', path, variant });
    const { module } = split(path);
    const folder = variants[variant].isInput ? 'Inputs' : 'Outputs';
    return `global::${this.#package.namespaceOf(module)}.${folder}.${this.nestedName(path, variant)}`;
  }
}

/** A property's name in the class of that name. */
export function propertyName(member, className, isBridge) {
  const name = member.rename ?? upperFirst(member.name);
  if (name !== className) return name;
  if (!isBridge) return `${name}Value`;
  throw new Error(`${className}.${member.name} cannot bear its class's name: name it in decisions.json.`);
}

export function parameterName(name) {
  return keywords.has(name) ? `@${name}` : name;
}
