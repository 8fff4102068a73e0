import { writeStyleTypes } from './styles/write-style-types.ts';
import { writeMessages } from './write-messages.ts';

// What every command reads and git does not know.
await writeMessages();
writeStyleTypes();
