// Nested types and enums.

import { inputClass, obsolete, outputClass } from './csharp-members.mjs';
import { variants } from './csharp-types.mjs';
import { split } from './provider-package.mjs';

export function nestedType(providerPackage, path, variant, spelling) {
  const { module } = split(path);
  const { isBridge } = providerPackage;
  const { isInput } = variants[variant];
  const name = spelling.nestedName(path, variant);
  const members = providerPackage.nestedMembers(isInput ? 'inputs' : 'outputs', path);
  const baseClass = variant === 'plain' ? 'InvokeArgs' : 'ResourceArgs';
  const text = isInput
    ? inputClass(name, members, { spelling, isBridge, variant, baseClass, owner: name })
    : outputClass(name, members, { spelling, isBridge });
  return { namespace: `${providerPackage.namespaceOf(module)}.${isInput ? 'Inputs' : 'Outputs'}`, text };
}

// The types of instances are 900; a program passes their text, which every place takes that takes the enum.
const mostValues = 40;

export function enumType(providerPackage, path) {
  const { module, name } = split(path);
  const members = providerPackage.enumMembers(path);
  if (members.some(member => member.isNumber)) {
    throw new Error(`${path} is an enum of numbers; add what C# makes of it.`);
  }

  const values = members.length > mostValues ? [] : members.map(member => {
    const mark = member.deprecated ? obsolete.replace('\n', ' ') : '';
    const field = member.name === 'Equals' ? 'EqualsValue' : member.name;
    const value = JSON.stringify(member.value);
    return `    ${mark}public static ${name} ${field} { get; } = new ${name}(${value});\n`;
  });
  const text = `[EnumType]
public readonly struct ${name} : IEquatable<${name}>
{
    private readonly string _value;

    private ${name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

${values.join('')}    public static bool operator ==(${name} left, ${name} right) => left.Equals(right);
    public static bool operator !=(${name} left, ${name} right) => !left.Equals(right);
    public static explicit operator string(${name} value) => value._value;
    public bool Equals(${name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);
    public override bool Equals(object? obj) => obj is ${name} other && Equals(other);
    public override int GetHashCode() => _value?.GetHashCode() ?? 0;
    public override string ToString() => _value;
}
`;
  return { namespace: providerPackage.namespaceOf(module), text };
}
