/** The text without the characters at its ends that `isEdge`, a pattern for one of them, fits; linear, which `/[…]+$/` is not. */
export function withoutEdges(text: string, isEdge: RegExp): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge.test(text.charAt(start))) start += 1;
  while (end > start && isEdge.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
