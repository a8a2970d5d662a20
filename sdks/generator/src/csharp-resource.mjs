// The file of a resource: its class, its arguments and the state it is looked up by.

import { csharpFile } from './csharp-file.mjs';
import { inputClass, obsolete, outputType } from './csharp-members.mjs';
import { propertyName } from './csharp-types.mjs';

export function resourceFile(providerPackage, resource, spelling) {
  const { name, token, inputs, outputs, state, isProvider } = resource;
  const { isBridge } = providerPackage;
  const args = `${name}Args${inputs.every(member => member.optional) ? '? args = null' : ' args'}`;
  const baseToken = isProvider ? providerPackage.pluginName : token;
  const stateParameter = state ? `${name}State? state = null, ` : '';
  const secrets = new Set([...resource.secretInputs, ...resource.secretOutputs]);
  const shared = {
    spelling, isBridge, isProvider, secrets, defaults: resource.defaults, baseClass: 'ResourceArgs',
    owner: name,
  };

  const properties = outputs.map(member => {
    const type = resourceOutputType(member, isProvider, spelling);
    return `    [Output("${member.name}")]
    public Output<${type}> ${propertyName(member, name, isBridge)} { get; private set; } = null!;

`;
  });
  const parameters = `string name, Input<string> id, ${stateParameter}CustomResourceOptions? options = null`;
  const lookup = isProvider ? '' : `
    private ${name}(${parameters})
        : base("${token}", name, ${state ? 'state' : 'null'}, MakeResourceOptions(options, id))
    {
    }

    public static ${name} Get(${parameters}) =>
        new ${name}(name, id, ${state ? 'state, ' : ''}options);
`;
  const parts = [
    `${resource.isDeprecated ? obsolete : ''}[${providerPackage.shortName}ResourceType("${token}")]
public partial class ${name} : global::Pulumi.${isProvider ? 'ProviderResource' : 'CustomResource'}
{
${properties.join('')}    public ${name}(string name, ${args}, CustomResourceOptions? options = null)
        : base("${baseToken}", name, args ?? new ${name}Args(), MakeResourceOptions(options, ""))
    {
    }
${lookup}
    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string> id) =>
        Utilities.Merge(${defaultOptions(resource)}, options, id);
}
`,
    inputClass(`${name}Args`, inputs, { ...shared, variant: 'args' }),
  ];
  if (state) parts.push(inputClass(`${name}State`, state, { ...shared, variant: 'state' }));
  return csharpFile(providerPackage, providerPackage.namespaceOf(resource.module), parts);
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
  const assignments = lists.map(([name, values]) => `            ${name} = { ${values.join(', ')} },\n`);
  return `new CustomResourceOptions\n        {\n${assignments.join('')}        }`;
}
