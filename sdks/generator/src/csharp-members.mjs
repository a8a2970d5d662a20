// The members of argument and result classes.

import { wrapped } from './csharp-file.mjs';
import { parameterName, propertyName } from './csharp-types.mjs';

export const obsolete = '[Obsolete("Deprecated by the provider.")]\n';

/** A class of inputs: `XArgs`, `GetXArgs`, or a nested one. */
export function inputClass(name, members, options) {
  const { spelling, isBridge, variant, baseClass, owner, secrets, defaults, isProvider } = options;
  const properties = members.map(member => inputProperty(member, {
    name: propertyName(member, owner, isBridge),
    type: spelling.input(member.type, variant),
    isSecret: secrets?.has(member.name) ?? false,
    isJson: isProvider && member.type.kind !== 'string',
    isPlain: variant === 'plain',
  }));
  const assignments = members
    .filter(member => defaults?.has(member.name))
    .map(member => {
      const value = defaultValue(defaults.get(member.name));
      return `        ${propertyName(member, owner, isBridge)} = ${value};\n`;
    });
  const constructor = assignments.length === 0 ? '' : `    public ${name}()
    {
${assignments.join('')}    }
`;
  return `public sealed class ${name} : global::Pulumi.${baseClass}
{
${properties.join('')}${constructor}    public static new ${name} Empty => new ${name}();
}
`;
}

/** A class of results, which the SDK fills through its private constructor. */
export function outputClass(name, members, { spelling, isBridge }) {
  const fields = members.filter(member => spelling.isRead(member.type)).map(member => {
    const field = propertyName(member, name, isBridge);
    const parameter = parameterName(member.name);
    return {
      type: outputType(member, spelling),
      field,
      parameter,
      target: field === parameter ? `this.${field}` : field,
    };
  });
  const parameters = fields.map(({ type, parameter }) => `${type} ${parameter}`);
  const assignments = fields.map(({ target, parameter }) => `${target} = ${parameter};`);
  return `[OutputType]
public sealed class ${name}
{
${fields.map(({ type, field }) => `    public readonly ${type} ${field};\n`).join('')}
    [OutputConstructor]
    private ${name}(
        ${wrapped(parameters, '        ', ', ')})
    {
        ${wrapped(assignments, '        ', ' ')}
    }
}
`;
}

export function outputType(member, spelling) {
  const type = spelling.value(member.type, 'output');
  return member.optional && member.type.kind !== 'array' ? `${type}?` : type;
}

function inputProperty(member, { name, type, isSecret, isJson, isPlain }) {
  const isRequired = !member.optional;
  const flags = `${isRequired ? ', required: true' : ''}${isJson ? ', json: true' : ''}`;
  const attribute = `    [Input("${member.name}"${flags})] `;
  const isCollection = member.type.kind === 'array' || member.type.kind === 'map';
  if (!isCollection && !isSecret) {
    const isValue = isPlain && ['bool', 'int', 'double', 'enum'].includes(member.type.kind);
    const initializer = isRequired && !isValue ? ' = null!;' : '';
    return `${attribute}public ${type}${isRequired ? '' : '?'} ${name} { get; set; }${initializer}\n`;
  }

  const field = `_${member.name}`;
  const marker = `Utilities.Secret${isCollection ? type.slice('Input'.length) : ''}`;
  const value = isSecret && !isPlain ? `${marker}(value)` : 'value';
  const get = isCollection ? `${field} ??= new ${type}()` : field;
  return `${attribute}private ${type}? ${field};
    ${member.deprecated ? obsolete.replace('\n', ' ') : ''}public ${type}${isCollection ? '' : '?'} ${name} \
{ get => ${get}; set => ${field} = ${value}; }
`;
}

function defaultValue(expression) {
  if (/^(".*"|true|false|-?\d+)$/.test(expression)) return expression;
  const environment = /^utilities\.getEnv\((.*)\)$/.exec(expression);
  if (environment) return `Utilities.GetEnv(${environment[1]})`;
  throw new Error(`No C# is known for the default '${expression}'.`);
}
