/** Has the browser keep something as a file; nothing is sent. */
export function keepFile(fileName: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Of a large file the browser may be reading for a while.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
