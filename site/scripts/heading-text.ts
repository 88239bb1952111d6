// The words of a heading, without the link and the button that stand behind them.

export function headingText(heading: Element): string {
  return [...heading.childNodes]
    .filter((node) => !(node instanceof HTMLElement && node.matches('.anchor, .link-button')))
    .map((node) => node.textContent ?? '')
    .join('')
    .trim();
}
