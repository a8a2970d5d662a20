// All generated files of one package: the listed resources and functions, and whatever types they reach.

import { csharpFile, pathOf } from './csharp-file.mjs';
import { functionTypes } from './csharp-function.mjs';
import { enumType, nestedType } from './csharp-nested.mjs';
import { resourceTypes } from './csharp-resource.mjs';
import { TypeSpelling } from './csharp-types.mjs';
import { utilityTypes } from './csharp-utilities.mjs';
import { isFunction, split } from './provider-package.mjs';

/** A map from file name to text, one file for each module. */
export function generateBindings(providerPackage, bindings, read) {
  const modules = new Map();
  const add = (module, types) => {
    const file = pathOf(providerPackage, module);
    modules.set(file, [...modules.get(file) ?? [], ...types]);
  };
  const waiting = [];
  const spelling = new TypeSpelling(providerPackage, read, type => waiting.push(type));
  add('', utilityTypes(providerPackage));
  for (const binding of bindings) {
    const [described, typesOf] = isFunction(binding)
      ? [providerPackage.function(binding), functionTypes]
      : [providerPackage.resource(binding), resourceTypes];
    add(described.module, typesOf(providerPackage, described, spelling));
  }

  const written = new Set();
  while (waiting.length > 0) {
    const { kind, path, variant } = waiting.shift();
    const key = `${kind} ${path} ${variant}`;
    if (written.has(key)) continue;
    written.add(key);
    add(split(path).module, [kind === 'enum'
      ? enumType(providerPackage, path)
      : nestedType(providerPackage, path, variant, spelling)]);
  }
  return new Map([...modules].map(([file, types]) => [file, csharpFile(providerPackage, types)]));
}
