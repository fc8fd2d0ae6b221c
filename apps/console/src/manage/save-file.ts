/** Has the browser save it, where its person has files saved. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may take a moment to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
