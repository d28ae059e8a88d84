// Finding things of the reference data by the names that documents give them.

/** True where a text, apart from its spaces, is one of the names. */
export function isNamed({ name, aliases }: { name: string; aliases: readonly string[] }, text: string): boolean {
  const plain = text.replaceAll(/\s/g, '');
  return name === plain || aliases.includes(plain);
}
