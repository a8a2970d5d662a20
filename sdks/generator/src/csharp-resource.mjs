// A resource: its class and its arguments.

import { inputClass, obsolete, outputType } from './csharp-members.mjs';
import { propertyName } from './csharp-types.mjs';

export function resourceTypes(providerPackage, resource, spelling) {
  const { name, token, inputs, outputs, isProvider } = resource;
  const { isBridge } = providerPackage;
  const args = `${name}Args${inputs.every(member => member.optional) ? '? args = null' : ' args'}`;
  const baseToken = isProvider ? providerPackage.pluginName : token;
  const secrets = new Set([...resource.secretInputs, ...resource.secretOutputs]);
  const namespace = providerPackage.namespaceOf(resource.module);

  const properties = outputs.filter(member => spelling.isRead(member.type)).map(member =>
    `    [Output("${member.name}")] public Output<${resourceOutputType(member, isProvider, spelling)}> \
${propertyName(member, name, isBridge)} { get; private set; } = null!;\n`);
  const text = `${resource.isDeprecated ? obsolete : ''}[${providerPackage.shortName}ResourceType("${token}")]
public partial class ${name} : global::Pulumi.${isProvider ? 'ProviderResource' : 'CustomResource'}
{
${properties.join('')}
    public ${name}(string name, ${args}, CustomResourceOptions? options = null)
        : base(
            "${baseToken}", name, args ?? new ${name}Args(),
            Utilities.Merge(${defaultOptions(resource)}, options, ""))
    {
    }
}
`;
  return [
    { namespace, text },
    {
      namespace,
      text: inputClass(`${name}Args`, inputs, {
        spelling, isBridge, isProvider, secrets, defaults: resource.defaults, baseClass: 'ResourceArgs',
        owner: name, variant: 'args',
      }),
    },
  ];
}

// A provider's settings come back as text.
function resourceOutputType(member, isProvider, spelling) {
  if (!isProvider || member.type.kind === 'string') return outputType(member, spelling);
  return member.optional ? 'string?' : 'string';
}

function defaultOptions({ aliases, secretOutputs, replaceOnChanges }) {
  const lists = [
    ['Aliases', aliases.map(type => `new global::Pulumi.Alias { Type = "${type}" }`)],
    ['AdditionalSecretOutputs', secretOutputs.map(JSON.stringify)],
    ['ReplaceOnChanges', replaceOnChanges.map(JSON.stringify)],
  ].filter(([, values]) => values.length > 0);
  if (lists.length === 0) return 'new CustomResourceOptions()';
  const assignments = lists.map(([name, values]) => `                ${name} = { ${values.join(', ')} },\n`);
  return `new CustomResourceOptions\n            {\n${assignments.join('')}            }`;
}
