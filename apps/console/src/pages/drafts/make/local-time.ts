/** A moment as the field `datetime-local` has it: in the place of the device, to the minute. */
export function localMinute(at: Date): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
