// A function: its three ways to be called, its arguments and its result.

import { inputClass, obsolete, outputClass } from './csharp-members.mjs';

export function functionTypes(providerPackage, described, spelling) {
  const { token, name, inputs, outputInputs, result } = described;
  const { isBridge } = providerPackage;
  const takesArgs = inputs.length > 0;
  const areOptional = inputs.every(member => member.optional);
  const parameter = (type, mayOmit) => {
    if (!takesArgs) return '';
    return areOptional && mayOmit ? `${type}? args = null, ` : `${type} args, `;
  };
  const value = type => takesArgs ? `args ?? new ${type}()` : 'InvokeArgs.Empty';
  const shared = { spelling, isBridge, baseClass: 'InvokeArgs', owner: name };

  const [plainArgs, invokeArgs] = [`${name}Args`, `${name}InvokeArgs`];
  const parts = [`${described.isDeprecated ? obsolete : ''}public static class ${name}
{
    public static Task<${name}Result> InvokeAsync(${parameter(plainArgs, true)}InvokeOptions? options = null) =>
        global::Pulumi.Deployment.Instance.InvokeAsync<${name}Result>(
            "${token}", ${value(plainArgs)}, options.WithDefaults());

    public static Output<${name}Result> Invoke(${parameter(invokeArgs, true)}InvokeOptions? options = null) =>
        global::Pulumi.Deployment.Instance.Invoke<${name}Result>(
            "${token}", ${value(invokeArgs)}, options.WithDefaults());

    public static Output<${name}Result> Invoke(${parameter(invokeArgs, false)}InvokeOutputOptions options) =>
        global::Pulumi.Deployment.Instance.Invoke<${name}Result>(
            "${token}", ${value(invokeArgs)}, options.WithDefaults());
}
`];
  if (takesArgs) {
    parts.push(inputClass(plainArgs, inputs, { ...shared, variant: 'plain' }));
    parts.push(inputClass(invokeArgs, outputInputs, { ...shared, variant: 'invoke' }));
  }
  parts.push(outputClass(`${name}Result`, result, shared));
  const namespace = providerPackage.namespaceOf(described.module);
  return parts.map(text => ({ namespace, text }));
}
