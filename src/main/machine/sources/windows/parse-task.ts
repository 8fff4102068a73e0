import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';

/**
 * The parts of a task's XML that tell what it starts. Tolerant on purpose: the file comes from Windows, and a task that
 * cannot be understood in full is still worth showing. Source: Microsoft, "Task Scheduler Schema".
 */
export function parseTask(path: string, xml: string): ScheduledTask {
  const text = xml.replaceAll(/<!--[\s\S]*?-->/g, '');
  return {
    path,
    author: contentOf('Author', text),
    actions: [...text.matchAll(/<Exec(?:\s[^>]*)?>([\s\S]*?)<\/Exec>/g)].map(([, exec = '']) => ({
      execute: contentOf('Command', exec) ?? '',
      arguments: contentOf('Arguments', exec),
    })),
  };
}

function contentOf(element: string, text: string): string | null {
  const found = new RegExp(`<${element}(?:\\s[^>]*)?>([\\s\\S]*?)</${element}>`).exec(text);
  const content = found?.[1]?.trim() ?? '';
  return content === '' ? null : decodeEntities(content);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole;
    const code = /^#x/i.test(entity)
      ? parseInt(entity.slice(2), 16)
      : parseInt(entity.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
