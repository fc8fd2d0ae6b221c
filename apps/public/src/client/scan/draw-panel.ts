import { scanWords } from './scan-words.ts';

/** What stands below the scan button while a person scans. */
export type Panel = ReturnType<typeof drawPanel>;

/** Everything that is shown at some time, hidden until then. */
export function drawPanel() {
  const say = scanWords(document);
  const root = made('section', 'scan');
  const title = made('h2', '', say('title'));
  const video = made('video', '');
  const choices = made('div', 'scan-choices');
  const progress = made('progress', '');
  const file = made('input', '');
  const told = { camera: toldLine(), reader: toldLine() };
  const buttons = {
    torch: pressed(say('torch')),
    again: pressed(say('again')),
    photo: pressed(say('photo')),
    close: pressed(say('close')),
  };
  root.setAttribute('aria-label', say('title'));
  root.tabIndex = -1;
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('aria-label', say('camera'));
  progress.max = 1;
  progress.setAttribute('aria-label', say('loading'));
  file.type = 'file';
  file.accept = 'image/*';
  const rest = [choices, buttons.torch, buttons.again, progress, file];
  for (const each of [video, ...rest]) each.hidden = true;
  const hint = made('p', 'hint', say('private'));
  root.append(title, video, told.camera, told.reader, ...rest, buttons.photo, hint, buttons.close);
  return { say, root, video, choices, progress, file, told, buttons };
}

function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

function toldLine(): HTMLParagraphElement {
  const line = made('p', '');
  line.setAttribute('role', 'status');
  return line;
}

/** No button of the form's, which would send it. */
export function pressed(text: string): HTMLButtonElement {
  const button = made('button', '', text);
  button.type = 'button';
  return button;
}
