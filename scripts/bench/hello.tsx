import { render, Text } from 'ink';

// Stays until it is ended, as the wizard does: the first frame is what is compared.
setInterval(() => undefined, 60_000);
render(<Text>Hello from Ink</Text>);
