// Reads from a compiled .js file what the declarations beside it leave out.

export function resourceFacts(script) {
  return {
    token: required(script, /static __pulumiType = '([^']+)'/),
    secretOutputs: strings(/additionalSecretOutputs: \[(.*?)\]/.exec(script)?.[1]),
    replaceOnChanges: strings(/replaceOnChanges: \[(.*)\] \}/.exec(script)?.[1]),
    aliases: matches(script, /\{ type: "([^"]+)" \}/g).map(([, type]) => type),
    secretInputs: new Set(matches(script, /pulumi\.secret\(args\.(\w+)\)/g).map(([, name]) => name)),
    defaults: new Map(matches(script, /\(args\?\.(\w+)\) \?\? (.*?)(?:\)\.apply\(JSON\.stringify\))?;$/gm)
      .map(([, name, expression]) => [name, expression])),
  };
}

export function functionToken(script) {
  return required(script, /pulumi\.runtime\.invoke\("([^"]+)"/);
}

function matches(text, pattern) {
  return [...text.matchAll(pattern)];
}

function strings(list) {
  return list ? matches(list, /"([^"]+)"/g).map(([, text]) => text) : [];
}

function required(script, pattern) {
  const match = pattern.exec(script);
  if (!match) throw new Error(`The compiled file has nothing that matches ${pattern}.`);
  return match[1];
}
