/**
 * Cuts a stream of text into lines. A line longer than `longest` characters is dropped, so that a program gone
 * wild cannot fill the memory.
 */
export function lineSplitter(onLine: (line: string) => void, longest = 1_000_000): LineSplitter {
  let rest = '';
  let dropping = false;
  const take = (line: string) => {
    if (!dropping && line.length <= longest && line.trim() !== '') onLine(line);
    dropping = false;
  };
  return {
    push(text) {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
      if (rest.length <= longest) return;
      rest = '';
      dropping = true;
    },
    end() {
      take(rest);
      rest = '';
    },
  };
}

export interface LineSplitter {
  push(text: string): void;
  /** Gives out a last line that no line break ended. */
  end(): void;
}
