import type { Look } from '../look.ts';
import type { Model } from '../model.ts';

/** A screen with fixed data. */
export type Scene = (look: Look) => Promise<Pick<Model, 'screen' | 'steps' | 'glossary'>>;
