/** For text without a headline of its own: `rare-earths-rejection` → "Rare earths rejection". */
export function headlineFromId(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
