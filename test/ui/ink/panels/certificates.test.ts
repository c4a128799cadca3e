import { describe, expect, it } from 'vitest';
import { certificates } from '../../../../src/ui/ink/gallery/looks.ts';
import { certificatesPanel } from '../../../../src/ui/ink/screens/certificates/panel.ts';
import { type CertificatesResult, createCertificates, receiveSource } from '../../../../src/ui/ink/screens/certificates/state.ts';
import { openDriver } from '../../../helpers/ink-driver.ts';

const quit: CertificatesResult = { type: 'quit' };
const served = receiveSource(createCertificates('contoso', ['served', 'files']), certificates);

describe('the certificate view', () => {
  it('shows the chain as a tree, leaf first, and of the marked one what there is to know', async () => {
    const { terminal, driver } = openDriver();
    const result = driver.panel(served, certificatesPanel, { quit });
    const screen = await terminal.waitFor('SPKI pin');
    const lines = screen.split('\n');
    expect(lines.findIndex((line) => line.includes('❯ www.contoso.com'))).toBeLessThan(lines.findIndex((line) => line.includes('└ Contoso TLS R1')));
    for (const fact of ['41 days, 20 %', 'EC P-256', '━━────────  41 days left', 'sha256/nywas']) expect(screen).toContain(fact);
    terminal.press('Down');
    await terminal.waitFor('intermediate CA');
    terminal.press('Esc');
    expect(await result).toEqual({ type: 'back' });
  });

  it('goes from what is served to what the profile brings, says that there is none, and explains a finding', async () => {
    const { terminal, driver } = openDriver({ columns: 80, rows: 24 });
    const both = receiveSource(served, { id: 'files', links: [], findings: [], note: 'There is none yet.' });
    const result = driver.panel(both, certificatesPanel, { quit });
    await terminal.waitFor('● Served now');
    terminal.press('Right');
    await terminal.waitFor('There is none yet.');
    terminal.press('Right');
    await terminal.waitFor('❯ www.contoso.com');
    terminal.press('Up');
    await terminal.waitFor('What to do');
    terminal.type('x');
    await terminal.waitFor('How it comes about');
    terminal.press('CtrlC');
    expect(await result).toEqual(quit);
  });
});
