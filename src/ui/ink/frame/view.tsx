import { Box } from 'ink';
import { Fragment } from 'react';
import { type Row, textRow } from '../layout/rows.ts';
import type { Look } from '../look.ts';
import type { Screen } from '../screens/screen.ts';
import type { Frame } from './compose.ts';
import { Lines } from './lines.tsx';

type Role = 'list' | 'listbox' | 'textbox' | 'combobox' | 'radiogroup' | 'menu' | 'progressbar';

/** What those who hear the screen are told that it is. */
function roleOf(screen: Screen): Role | undefined {
  if (screen.type === 'question') {
    const roles = {
      text: 'textbox',
      number: 'textbox',
      path: 'combobox',
      combo: 'combobox',
      list: 'textbox',
      choice: 'listbox',
      confirm: 'radiogroup',
    } as const;
    return roles[screen.field.kind];
  }
  if (screen.type === 'panel') return 'list';
  if (screen.type === 'run') return screen.outcome === undefined ? 'progressbar' : undefined;
  return screen.type === 'home' ? 'menu' : undefined;
}

const repeated = (row: Row, times: number): readonly Row[] => Array.from({ length: times }, () => row);

/** The frame in its boxes, from top to bottom: header, map, body with side panel, keys. */
export function FrameView({
  frame,
  screen,
  look,
  covered = false,
}: {
  readonly frame: Frame;
  readonly screen: Screen;
  readonly look: Look;
  readonly covered?: boolean;
}) {
  const { theme, symbols } = look;
  if (frame.type === 'too-small') return <Lines rows={frame.rows} theme={theme} />;
  const { area, side, panel } = frame;
  const rule = [textRow(symbols.rule.repeat(frame.width), 'muted')];
  const role = covered ? 'listbox' : roleOf(screen);
  const busy = screen.type === 'busy' || (screen.type === 'question' && screen.pending !== false);
  return (
    <Box flexDirection="column" marginLeft={frame.margin} width={frame.width}>
      <Box flexDirection="column" aria-role="toolbar">
        <Lines rows={[frame.header, ...frame.map]} theme={theme} />
      </Box>
      <Box aria-hidden flexDirection="column">
        <Lines rows={[...rule, ...repeated([], frame.gap)]} theme={theme} />
      </Box>
      <Box height={area.height}>
        <Box
          flexDirection="column"
          flexGrow={1}
          height={area.height}
          overflow="hidden"
          aria-state={{ busy }}
          {...(role === undefined ? {} : { 'aria-role': role })}
        >
          <Lines rows={frame.main.rows} theme={theme} />
        </Box>
        {[side, panel].map((beside, at) =>
          beside === undefined || beside.rows.length === 0 ? null : (
            <Fragment key={`${at}`}>
              <Box aria-hidden flexDirection="column" width={3} flexShrink={0}>
                <Lines rows={repeated(textRow(` ${symbols.wall}`, 'muted'), area.height)} theme={theme} />
              </Box>
              <Box flexDirection="column" width={beside.width} flexShrink={0} height={area.height} overflow="hidden">
                <Lines rows={beside.rows} theme={theme} />
              </Box>
            </Fragment>
          ),
        )}
      </Box>
      <Box aria-hidden flexDirection="column">
        <Lines rows={rule} theme={theme} />
      </Box>
      <Box flexDirection="column" aria-role="toolbar">
        <Lines rows={frame.footer} theme={theme} />
      </Box>
    </Box>
  );
}
