// Reads .d.ts files: the members of interfaces and classes, and their types as plain objects.

import ts from 'typescript';

export function parse(text) {
  return ts.createSourceFile('file.d.ts', text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
}

/** Every named declaration of a file; those inside a namespace under `namespace.Name`. */
export function declarationsOf(source) {
  const found = new Map();
  const visit = (statements, prefix) => {
    for (const statement of statements) {
      if (ts.isModuleDeclaration(statement)) {
        visit(statement.body.statements, `${statement.name.text}.`);
      } else if (ts.isVariableStatement(statement)) {
        const [variable] = statement.declarationList.declarations;
        found.set(`${prefix}${variable.name.text}`, { node: variable, source });
      } else if (statement.name && !ts.isTypeAliasDeclaration(statement)) {
        found.set(`${prefix}${statement.name.text}`, { node: statement, source });
      }
    }
  };
  visit(source.statements, '');
  return found;
}

/** The properties of an interface or the read-only properties of a class. */
export function membersOf({ node, source }) {
  return node.members
    .filter(member => member.type && (ts.isPropertySignature(member) || isInstanceProperty(member)))
    .map(member => ({
      name: member.name.text,
      optional: member.questionToken !== undefined || allowsUndefined(member.type),
      deprecated: isDeprecated({ node: member, source }),
      type: typeOf(member.type, source),
    }));
}

/** Name and value of each member of an enum, which the declarations write as a constant object. */
export function enumMembersOf({ node, source }) {
  return node.type.members.map(member => ({
    name: member.name.text,
    value: member.type.literal.text,
    isNumber: ts.isNumericLiteral(member.type.literal),
    deprecated: isDeprecated({ node: member, source }),
  }));
}

export function isDeprecated({ node, source }) {
  return /^\s*\*\s@deprecated\b/m.test(source.text.slice(node.pos, node.getStart(source)));
}

function isInstanceProperty(member) {
  return ts.isPropertyDeclaration(member) &&
    !member.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.StaticKeyword);
}

function allowsUndefined(node) {
  if (ts.isTypeReferenceNode(node) && node.typeArguments) return node.typeArguments.some(allowsUndefined);
  return ts.isUnionTypeNode(node) && node.types.some(type => type.kind === ts.SyntaxKind.UndefinedKeyword);
}

function typeOf(node, source) {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword: return { kind: 'string' };
    case ts.SyntaxKind.NumberKeyword: return { kind: 'number' };
    case ts.SyntaxKind.BooleanKeyword: return { kind: 'bool' };
    case ts.SyntaxKind.AnyKeyword: return { kind: 'object' };
    case ts.SyntaxKind.ParenthesizedType: return typeOf(node.type, source);
    case ts.SyntaxKind.ArrayType: return { kind: 'array', of: typeOf(node.elementType, source) };
    case ts.SyntaxKind.LiteralType: return { kind: 'string' };
    case ts.SyntaxKind.TypeLiteral: return { kind: 'map', of: typeOf(node.members[0].type, source) };
    case ts.SyntaxKind.UnionType: return unionOf(node, source);
    case ts.SyntaxKind.TypeReference: return referenceOf(node, source);
    default: throw new Error(`No C# type is known for '${node.getText(source)}'.`);
  }
}

function unionOf(node, source) {
  const different = new Map();
  for (const type of node.types) {
    if (type.kind === ts.SyntaxKind.UndefinedKeyword) continue;
    const element = typeOf(type, source);
    const parts = element.kind === 'union' ? element.of : [element];
    for (const part of parts) different.set(JSON.stringify(part), part);
  }
  const parts = [...different.values()];
  if (parts.some(part => part.kind === 'asset')) return { kind: 'asset' };
  return parts.length === 1 ? parts[0] : { kind: 'union', of: parts };
}

function referenceOf(node, source) {
  const name = node.typeName.getText(source);
  if (name === 'pulumi.Input' || name === 'pulumi.Output') return typeOf(node.typeArguments[0], source);
  if (name === 'pulumi.asset.Archive') return { kind: 'archive' };
  if (name === 'pulumi.asset.Asset') return { kind: 'asset' };

  const [, side, path] = /^(inputs|outputs|enums)\.(.+)$/.exec(name) ?? [];
  if (side === 'enums') return { kind: 'enum', path };
  if (side) return { kind: 'ref', side, path };

  // A resource, an ARN or an identifier: an alternative to its string that C# does not offer.
  return { kind: 'string' };
}
