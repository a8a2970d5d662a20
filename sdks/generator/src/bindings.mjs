// All generated files of one package: the listed resources and functions, and whatever types they reach.

import { pathOf } from './csharp-file.mjs';
import { functionFile } from './csharp-function.mjs';
import { enumFile, nestedFile } from './csharp-nested.mjs';
import { resourceFile } from './csharp-resource.mjs';
import { TypeSpelling } from './csharp-types.mjs';
import { utilitiesFile } from './csharp-utilities.mjs';
import { isFunction, split } from './provider-package.mjs';

/** A map from relative path to text. */
export function generateBindings(providerPackage, bindings) {
  const files = new Map([['Utilities.cs', utilitiesFile(providerPackage)]]);
  const waiting = [];
  const spelling = new TypeSpelling(providerPackage, type => waiting.push(type));

  for (const binding of bindings) {
    const [described, write] = isFunction(binding)
      ? [providerPackage.function(binding), functionFile]
      : [providerPackage.resource(binding), resourceFile];
    const file = pathOf(providerPackage, described.module, described.name);
    files.set(file, write(providerPackage, described, spelling));
  }

  while (waiting.length > 0) {
    const { kind, path, variant } = waiting.pop();
    const { module, name } = split(path);
    const isOutput = variant === 'output';
    const file = kind === 'enum'
      ? pathOf(providerPackage, module, name)
      : pathOf(providerPackage, module, isOutput ? 'Outputs' : 'Inputs', spelling.nestedName(path, variant));
    if (files.has(file)) continue;
    files.set(file, kind === 'enum'
      ? enumFile(providerPackage, path)
      : nestedFile(providerPackage, path, variant, spelling));
  }
  return files;
}
