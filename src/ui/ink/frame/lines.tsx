import { Box, Text } from 'ink';
import type { Row } from '../layout/rows.ts';
import type { Theme } from '../theme.ts';
import { hyperlink } from './hyperlink.ts';

/** Rows as they are; what is wider than its place ends in an ellipsis. */
export function Lines({ rows, theme }: { readonly rows: readonly Row[]; readonly theme: Theme }) {
  return rows.map((row, at) => (
    <Box key={`${at}`} height={1} flexShrink={0}>
      <Text wrap="truncate-end">
        {row.map((part, index) => (
          <Text key={`${index}`} {...theme[part.tone]}>
            {part.url === undefined ? part.text : hyperlink(part.text, part.url)}
          </Text>
        ))}
      </Text>
    </Box>
  ));
}
